using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>Loops between 16-bit floating elements and float32, in which they compute, at the widest vectors that the hardware has.</summary>
internal static unsafe class HalfLoops
{
    // What the loops use that take two registers at a time.
    private static bool HasWords512 => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported && Avx512DQ.IsSupported;

    /// <summary>Elements of a 16-bit floating type to float32.</summary>
    public static ElementLoop Load(DType dtype)
    {
        if (dtype == DType.Float16 && HasWords512)
            return new HalfLoops512.LoadFloat16();
        return Vector512.IsHardwareAccelerated ? new LoadLoop<Lanes512<float>>(dtype == DType.BFloat16)
            : Vector256.IsHardwareAccelerated ? new LoadLoop<Lanes256<float>>(dtype == DType.BFloat16)
            : new LoadLoop<Lanes128<float>>(dtype == DType.BFloat16);
    }

    /// <summary>float32 to elements of a 16-bit floating type.</summary>
    public static ElementLoop Store(DType dtype)
    {
        if (HasWords512)
            return dtype == DType.BFloat16 ? new HalfLoops512.StoreBFloat16() : new HalfLoops512.StoreFloat16();
        return Vector512.IsHardwareAccelerated ? new StoreLoop<Lanes512<float>>(dtype == DType.BFloat16)
            : Vector256.IsHardwareAccelerated ? new StoreLoop<Lanes256<float>>(dtype == DType.BFloat16)
            : new StoreLoop<Lanes128<float>>(dtype == DType.BFloat16);
    }

    /// <summary>float32 to the nearest numbers of a 16-bit floating type, still as float32.</summary>
    public static ElementLoop Round(DType dtype) =>
        Vector512.IsHardwareAccelerated ? new RoundLoop<Lanes512<float>>(dtype == DType.BFloat16)
        : Vector256.IsHardwareAccelerated ? new RoundLoop<Lanes256<float>>(dtype == DType.BFloat16)
        : new RoundLoop<Lanes128<float>>(dtype == DType.BFloat16);

    private sealed class LoadLoop<V>(bool brain) : ElementLoop
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

    private sealed class StoreLoop<V>(bool brain) : ElementLoop
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

    private sealed class RoundLoop<V>(bool brain) : ElementLoop
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
}
