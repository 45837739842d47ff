using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>float32 to the nearest numbers of a 16-bit floating type, still as float32.</summary>
internal sealed unsafe class RoundHalfKernel<V>(bool brain) : TileKernel
    where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        float* argument = (float*)x, result = (float*)destination;
        for (long i = 0; i < count && brain; i += V.Count)
            V.Store(HalfBits.RoundToBFloat16(V.Load(argument + i)), result + i);
        for (long i = 0; i < count && !brain; i += V.Count)
            V.Store(HalfBits.RoundToFloat16(V.Load(argument + i)), result + i);
    }
}
