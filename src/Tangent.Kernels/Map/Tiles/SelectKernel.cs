using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Chooses between y and z by the booleans x; T is any type of the elements' size.</summary>
internal sealed unsafe class SelectKernel<V, T> : TileKernel
    where V : unmanaged, ILanes<V, T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        T* result = (T*)destination, chosen = (T*)y, other = (T*)z;
        for (long i = 0; i < count; i += V.Count)
            V.Store(V.Select(BoolMemory.Load<V, T>(x + i), V.Load(chosen + i), V.Load(other + i)), result + i);
    }
}
