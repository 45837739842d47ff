using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>float32 to 16-bit floating elements.</summary>
internal sealed unsafe class StoreHalfKernel<V>(bool brain) : TileKernel
    where V : unmanaged, ILanes<V, float>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(byte* destination, byte* x, byte* y, byte* z, long count)
    {
        float* argument = (float*)x;
        for (long i = 0; i < count && brain; i += V.Count)
            HalfMemory.StoreBFloat16(V.Load(argument + i), destination + 2 * i);
        for (long i = 0; i < count && !brain; i += V.Count)
            HalfMemory.StoreFloat16(V.Load(argument + i), destination + 2 * i);
    }
}
