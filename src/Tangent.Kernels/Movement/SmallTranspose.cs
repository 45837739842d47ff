using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>Transposes of blocks that fit a few registers, by interleaving.</summary>
internal static unsafe class SmallTranspose
{
    /// <summary>True if there are transposes of tall blocks, of twice the rows.</summary>
    public static bool HasTall => Avx.IsSupported;

    public static bool IsSupported => Sse2.IsSupported || AdvSimd.Arm64.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FourByFour(float* source, long stride, float* destination, long height)
    {
        Vector128<float> r0 = Vector128.Load(source), r1 = Vector128.Load(source + stride);
        Vector128<float> r2 = Vector128.Load(source + 2 * stride), r3 = Vector128.Load(source + 3 * stride);
        Vector128<double> low01 = Low(r0, r1).AsDouble(), high01 = High(r0, r1).AsDouble();
        Vector128<double> low23 = Low(r2, r3).AsDouble(), high23 = High(r2, r3).AsDouble();
        Low(low01, low23).AsSingle().Store(destination);
        High(low01, low23).AsSingle().Store(destination + height);
        Low(high01, high23).AsSingle().Store(destination + 2 * height);
        High(high01, high23).AsSingle().Store(destination + 3 * height);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TwoByTwo(double* source, long stride, double* destination, long height)
    {
        Vector128<double> r0 = Vector128.Load(source), r1 = Vector128.Load(source + stride);
        Low(r0, r1).Store(destination);
        High(r0, r1).Store(destination + height);
    }

    /// <summary>Eight rows of four columns; needs AVX.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EightByFour(float* source, long stride, float* destination, long height)
    {
        // Row i is the lower half and row i + 4 the upper, so that interleaving within halves is all there is to do.
        Vector256<float> r0 = Pair(source, 4 * stride), r1 = Pair(source + stride, 4 * stride);
        Vector256<float> r2 = Pair(source + 2 * stride, 4 * stride), r3 = Pair(source + 3 * stride, 4 * stride);
        Vector256<double> low01 = Avx.UnpackLow(r0, r1).AsDouble(), high01 = Avx.UnpackHigh(r0, r1).AsDouble();
        Vector256<double> low23 = Avx.UnpackLow(r2, r3).AsDouble(), high23 = Avx.UnpackHigh(r2, r3).AsDouble();
        Avx.UnpackLow(low01, low23).AsSingle().Store(destination);
        Avx.UnpackHigh(low01, low23).AsSingle().Store(destination + height);
        Avx.UnpackLow(high01, high23).AsSingle().Store(destination + 2 * height);
        Avx.UnpackHigh(high01, high23).AsSingle().Store(destination + 3 * height);
    }

    /// <summary>Four rows of two columns; needs AVX.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FourByTwo(double* source, long stride, double* destination, long height)
    {
        Vector256<double> r0 = Pair(source, 2 * stride), r1 = Pair(source + stride, 2 * stride);
        Avx.UnpackLow(r0, r1).Store(destination);
        Avx.UnpackHigh(r0, r1).Store(destination + height);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Pair<T>(T* source, long distance)
        where T : unmanaged =>
        Vector256.Create(Vector128.Load(source), Vector128.Load(source + distance));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackLow(x, y) : AdvSimd.Arm64.ZipLow(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackHigh(x, y) : AdvSimd.Arm64.ZipHigh(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Low(Vector128<double> x, Vector128<double> y) =>
        Sse2.IsSupported ? Sse2.UnpackLow(x, y) : AdvSimd.Arm64.ZipLow(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> High(Vector128<double> x, Vector128<double> y) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(x, y) : AdvSimd.Arm64.ZipHigh(x, y);
}
