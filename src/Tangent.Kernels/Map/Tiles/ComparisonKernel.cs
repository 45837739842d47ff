using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A comparison; the result is booleans.</summary>
internal sealed unsafe class ComparisonKernel<F, V, T> : TileKernel
    where F : struct, IBinaryOperation<T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        T* left = (T*)x, right = (T*)y;
        for (long i = 0; i < count; i += V.Count)
            BoolMemory.Store<V, T>(F.Apply(V.Load(left + i), V.Load(right + i)), destination + i);
    }
}
