using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>One where the boolean is true, else zero.</summary>
internal sealed unsafe class FromBoolKernel<V, T> : TileKernel
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged, INumberBase<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        T* result = (T*)destination;
        for (long i = 0; i < count; i += V.Count)
            V.Store(BoolMemory.Load<V, T>(x + i) & V.Broadcast(T.One), result + i);
    }
}
