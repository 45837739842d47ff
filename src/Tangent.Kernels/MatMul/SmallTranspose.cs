using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>Transposes of squares of 128-bit vectors, by interleaving.</summary>
internal static unsafe class SmallTranspose
{
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
