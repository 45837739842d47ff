using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>16-bit floating elements to float32.</summary>
internal sealed unsafe class LoadHalfKernel<V>(bool brain) : TileKernel
    where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        float* result = (float*)destination;
        for (long i = 0; i < count && brain; i += V.Count)
            V.Store(HalfMemory.LoadBFloat16<V>(x + 2 * i), result + i);
        for (long i = 0; i < count && !brain; i += V.Count)
            V.Store(HalfMemory.LoadFloat16<V>(x + 2 * i), result + i);
    }
}
