using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>Complex numbers between memory, where real and imaginary parts alternate, and a vector of each.</summary>
internal static unsafe class Interleaving<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>Reads as many complex numbers as a vector has lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(float* from, out V re, out V im)
    {
        if (typeof(V) == typeof(Lanes512<float>) && Avx512F.IsSupported)
        {
            Vector512<float> a = Vector512.Load(from), b = Vector512.Load(from + 16);
            re = As(Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b));
            im = As(Avx512F.PermuteVar16x32x2(a, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b));
            return;
        }
        if (typeof(V) == typeof(Lanes256<float>) && Avx2.IsSupported)
        {
            Vector256<float> a = Vector256.Load(from), b = Vector256.Load(from + 8);
            re = As(Avx2.Permute4x64(Avx.Shuffle(a, b, 0x88).AsDouble(), 0xD8).AsSingle());
            im = As(Avx2.Permute4x64(Avx.Shuffle(a, b, 0xDD).AsDouble(), 0xD8).AsSingle());
            return;
        }
        if (typeof(V) == typeof(Lanes128<float>) && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            Vector128<float> a = Vector128.Load(from), b = Vector128.Load(from + 4);
            re = As(Sse.IsSupported ? Sse.Shuffle(a, b, 0x88) : AdvSimd.Arm64.UnzipEven(a, b));
            im = As(Sse.IsSupported ? Sse.Shuffle(a, b, 0xDD) : AdvSimd.Arm64.UnzipOdd(a, b));
            return;
        }
        LoadSlowly(from, out re, out im);
    }

    /// <summary>Writes as many complex numbers as a vector has lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(V re, V im, float* to)
    {
        if (typeof(V) == typeof(Lanes512<float>) && Avx512F.IsSupported)
        {
            Vector512<float> a = As512(re), b = As512(im);
            Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), b).Store(to);
            Avx512F.PermuteVar16x32x2(a, Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), b).Store(to + 16);
            return;
        }
        if (typeof(V) == typeof(Lanes256<float>) && Avx2.IsSupported)
        {
            Vector256<float> a = As256(re), b = As256(im), low = Avx.UnpackLow(a, b), high = Avx.UnpackHigh(a, b);
            Avx.Permute2x128(low, high, 0x20).Store(to);
            Avx.Permute2x128(low, high, 0x31).Store(to + 8);
            return;
        }
        if (typeof(V) == typeof(Lanes128<float>) && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            Vector128<float> a = As128(re), b = As128(im);
            (Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b)).Store(to);
            (Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b)).Store(to + 4);
            return;
        }
        StoreSlowly(re, im, to);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadSlowly(float* from, out V re, out V im)
    {
        float* parts = stackalloc float[2 * V.Count];
        for (int lane = 0; lane < V.Count; lane++)
            (parts[lane], parts[V.Count + lane]) = (from[2 * lane], from[2 * lane + 1]);
        (re, im) = (V.Load(parts), V.Load(parts + V.Count));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreSlowly(V re, V im, float* to)
    {
        for (int lane = 0; lane < V.Count; lane++)
            (to[2 * lane], to[2 * lane + 1]) = (V.Get(re, lane), V.Get(im, lane));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V As<TVector>(TVector x) => Unsafe.BitCast<TVector, V>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> As512(V x) => Unsafe.BitCast<V, Vector512<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> As256(V x) => Unsafe.BitCast<V, Vector256<float>>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> As128(V x) => Unsafe.BitCast<V, Vector128<float>>(x);
}
