using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tangent.Kernels;

/// <summary>The first lanes of a vector in memory: what is behind them is neither read nor written.</summary>
internal static unsafe class PartialVector<V> where V : unmanaged, ILanes<V, float>
{
    /// <summary>Reads so many numbers, none or all included; other lanes are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load(float* from, long count)
    {
        if (typeof(V) == typeof(Lanes512<float>) && Avx512F.IsSupported)
            return Unsafe.BitCast<Vector512<float>, V>(Avx512F.MaskLoad(from, Mask512(count), Vector512<float>.Zero));
        if (typeof(V) == typeof(Lanes256<float>) && Avx.IsSupported)
            return Unsafe.BitCast<Vector256<float>, V>(Avx.MaskLoad(from, Mask256(count)));
        return LoadSlowly(from, count);
    }

    /// <summary>Writes so many numbers, none or all included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(V x, float* to, long count)
    {
        if (typeof(V) == typeof(Lanes512<float>) && Avx512F.IsSupported)
            Avx512F.MaskStore(to, Mask512(count), Unsafe.BitCast<V, Vector512<float>>(x));
        else if (typeof(V) == typeof(Lanes256<float>) && Avx.IsSupported)
            Avx.MaskStore(to, Mask256(count), Unsafe.BitCast<V, Vector256<float>>(x));
        else
            StoreSlowly(x, to, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Mask512(long count) => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create((int)count)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Mask256(long count) => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create((int)count)).AsSingle();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V LoadSlowly(float* from, long count)
    {
        float* some = stackalloc float[V.Count];
        for (int lane = 0; lane < V.Count; lane++)
            some[lane] = lane < count ? from[lane] : 0;
        return V.Load(some);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreSlowly(V x, float* to, long count)
    {
        for (int lane = 0; lane < Math.Min(count, V.Count); lane++)
            to[lane] = V.Get(x, lane);
    }
}
