using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>Steps of the interpreter that are no operation, at the widest vectors that the hardware has.</summary>
internal static class WidthKernels
{
    // What the steps use that take two registers at a time.
    private static bool HasWords512 => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported && Avx512DQ.IsSupported;

    /// <summary>The choice between elements of <paramref name="size"/> bytes.</summary>
    public static TileKernel Select(int size) => size switch
    {
        1 => Select<byte>(),
        2 => Select<ushort>(),
        4 => Select<uint>(),
        _ => Select<ulong>(),
    };

    public static TileKernel LoadHalf(DType dtype)
    {
        if (dtype == DType.Float16 && HasWords512)
            return new LoadFloat16Kernel512();
        return Vector512.IsHardwareAccelerated ? new LoadHalfKernel<Lanes512<float>>(dtype == DType.BFloat16)
            : Vector256.IsHardwareAccelerated ? new LoadHalfKernel<Lanes256<float>>(dtype == DType.BFloat16)
            : new LoadHalfKernel<Lanes128<float>>(dtype == DType.BFloat16);
    }

    public static TileKernel StoreHalf(DType dtype)
    {
        if (HasWords512)
            return dtype == DType.BFloat16 ? new StoreBFloat16Kernel512() : new StoreFloat16Kernel512();
        return Vector512.IsHardwareAccelerated ? new StoreHalfKernel<Lanes512<float>>(dtype == DType.BFloat16)
            : Vector256.IsHardwareAccelerated ? new StoreHalfKernel<Lanes256<float>>(dtype == DType.BFloat16)
            : new StoreHalfKernel<Lanes128<float>>(dtype == DType.BFloat16);
    }

    /// <summary>The step that rounds float32 to the numbers of a 16-bit floating type.</summary>
    public static TileKernel RoundHalf(DType dtype) =>
        Vector512.IsHardwareAccelerated ? new RoundHalfKernel<Lanes512<float>>(dtype == DType.BFloat16)
        : Vector256.IsHardwareAccelerated ? new RoundHalfKernel<Lanes256<float>>(dtype == DType.BFloat16)
        : new RoundHalfKernel<Lanes128<float>>(dtype == DType.BFloat16);

    public static TileKernel ToBool<T>()
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? new ToBoolKernel<Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new ToBoolKernel<Lanes256<T>, T>()
        : new ToBoolKernel<Lanes128<T>, T>();

    public static TileKernel FromBool<T>()
        where T : unmanaged, INumberBase<T> =>
        Vector512.IsHardwareAccelerated ? new FromBoolKernel<Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new FromBoolKernel<Lanes256<T>, T>()
        : new FromBoolKernel<Lanes128<T>, T>();

    private static TileKernel Select<T>()
        where T : unmanaged =>
        Vector512.IsHardwareAccelerated ? new SelectKernel<Lanes512<T>, T>()
        : Vector256.IsHardwareAccelerated ? new SelectKernel<Lanes256<T>, T>()
        : new SelectKernel<Lanes128<T>, T>();
}
