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
    public static void Load(float* from, out V re, out V im) => Part(V.Load(from), V.Load(from + V.Count), out re, out im);

    /// <summary>Reads so many complex numbers, fewer than a vector has lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadSome(float* from, long count, out V re, out V im) =>
        Part(PartialVector<V>.Load(from, 2 * count), PartialVector<V>.Load(from + V.Count, 2 * count - V.Count), out re, out im);

    /// <summary>Writes as many complex numbers as a vector has lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(V re, V im, float* to)
    {
        Mix(re, im, out V low, out V high);
        V.Store(low, to);
        V.Store(high, to + V.Count);
    }

    /// <summary>Writes so many complex numbers, fewer than a vector has lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSome(V re, V im, float* to, long count)
    {
        Mix(re, im, out V low, out V high);
        PartialVector<V>.Store(low, to, 2 * count);
        PartialVector<V>.Store(high, to + V.Count, 2 * count - V.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Part(V low, V high, out V re, out V im)
    {
        if (typeof(V) == typeof(Lanes512<float>) && Avx512F.IsSupported)
        {
            Vector512<float> a = As512(low), b = As512(high);
            re = As(Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b));
            im = As(Avx512F.PermuteVar16x32x2(a, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b));
            return;
        }
        if (typeof(V) == typeof(Lanes256<float>) && Avx2.IsSupported)
        {
            Vector256<float> a = As256(low), b = As256(high);
            re = As(Avx2.Permute4x64(Avx.Shuffle(a, b, 0x88).AsDouble(), 0xD8).AsSingle());
            im = As(Avx2.Permute4x64(Avx.Shuffle(a, b, 0xDD).AsDouble(), 0xD8).AsSingle());
            return;
        }
        if (typeof(V) == typeof(Lanes128<float>) && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            Vector128<float> a = As128(low), b = As128(high);
            re = As(Sse.IsSupported ? Sse.Shuffle(a, b, 0x88) : AdvSimd.Arm64.UnzipEven(a, b));
            im = As(Sse.IsSupported ? Sse.Shuffle(a, b, 0xDD) : AdvSimd.Arm64.UnzipOdd(a, b));
            return;
        }
        PartSlowly(low, high, out re, out im);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(V re, V im, out V low, out V high)
    {
        if (typeof(V) == typeof(Lanes512<float>) && Avx512F.IsSupported)
        {
            Vector512<float> a = As512(re), b = As512(im);
            low = As(Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), b));
            high = As(Avx512F.PermuteVar16x32x2(a, Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), b));
            return;
        }
        if (typeof(V) == typeof(Lanes256<float>) && Avx2.IsSupported)
        {
            Vector256<float> a = As256(re), b = As256(im), even = Avx.UnpackLow(a, b), odd = Avx.UnpackHigh(a, b);
            low = As(Avx.Permute2x128(even, odd, 0x20));
            high = As(Avx.Permute2x128(even, odd, 0x31));
            return;
        }
        if (typeof(V) == typeof(Lanes128<float>) && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            Vector128<float> a = As128(re), b = As128(im);
            low = As(Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b));
            high = As(Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b));
            return;
        }
        MixSlowly(re, im, out low, out high);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PartSlowly(V low, V high, out V re, out V im)
    {
        float* mixed = stackalloc float[4 * V.Count], parts = mixed + 2 * V.Count;
        V.Store(low, mixed);
        V.Store(high, mixed + V.Count);
        for (int lane = 0; lane < V.Count; lane++)
            (parts[lane], parts[V.Count + lane]) = (mixed[2 * lane], mixed[2 * lane + 1]);
        (re, im) = (V.Load(parts), V.Load(parts + V.Count));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MixSlowly(V re, V im, out V low, out V high)
    {
        float* mixed = stackalloc float[2 * V.Count];
        for (int lane = 0; lane < V.Count; lane++)
            (mixed[2 * lane], mixed[2 * lane + 1]) = (V.Get(re, lane), V.Get(im, lane));
        (low, high) = (V.Load(mixed), V.Load(mixed + V.Count));
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
