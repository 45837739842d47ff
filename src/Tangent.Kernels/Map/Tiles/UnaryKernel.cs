using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>An operation of one argument, vector by vector.</summary>
internal sealed unsafe class UnaryKernel<F, V, T> : TileKernel
    where F : struct, IUnaryOperation<T>
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        T* result = (T*)destination, argument = (T*)x;
        for (long i = 0; i < count; i += V.Count)
            V.Store(F.Apply(V.Load(argument + i)), result + i);
    }
}
