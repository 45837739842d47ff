using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Whether an element differs from zero; NaN does.</summary>
internal sealed unsafe class ToBoolKernel<V, T> : TileKernel
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        T* argument = (T*)x;
        for (long i = 0; i < count; i += V.Count)
            BoolMemory.Store<V, T>(~V.Equal(V.Load(argument + i), V.Broadcast(default)), destination + i);
    }
}
