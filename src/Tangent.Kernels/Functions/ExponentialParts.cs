using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The halves that every exponential is made of: x = n·ln 2 + r with |r| ≤ ½·ln 2 (Cody and Waite), and e^r − 1 as r +
/// r²·Q(r). Each Q is a minimax polynomial that we computed by Remez exchange with weight r (so the error is relative
/// to e^r − 1), its coefficients rounded one after the other and the rest refitted.
/// </summary>
internal static class ExponentialParts
{
    /// <summary>Adding 1.5·2²³ to a float below 2²² rounds it and leaves the integer in the low bits.</summary>
    private const float Magic32 = 12582912f;

    /// <summary>Adding 1.5·2⁵² to a double below 2⁵¹ rounds it and leaves the integer in the low bits.</summary>
    private const double Magic64 = 6755399441055744.0;

    /// <summary>The remainder r; <paramref name="n"/> is whole. x must be within ±2²² or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reduce32<V>(V x, out V n)
        where V : unmanaged, ILanes<V, float>
    {
        n = V.FusedMultiplyAdd(x, V.Constant(1.442695f), V.Constant(Magic32)) - V.Constant(Magic32);
        V r = V.FusedMultiplyAdd(n, V.Constant(-0.6931472f), x);
        return V.FusedMultiplyAdd(n, V.Constant(1.9046542e-9f), r);
    }

    /// <summary>The remainder r; <paramref name="n"/> is whole. x must be within ±2³⁰ or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reduce64<V>(V x, out V n)
        where V : unmanaged, ILanes<V, double>
    {
        n = V.FusedMultiplyAdd(x, V.Broadcast(1.4426950408889634), V.Broadcast(Magic64)) - V.Broadcast(Magic64);
        V r = V.FusedMultiplyAdd(n, V.Broadcast(-0.6931471805599453), x);
        return V.FusedMultiplyAdd(n, V.Broadcast(-2.3190468138462996e-17), r);
    }

    /// <summary>The nearest integer of a small x, ties to even; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Round32<V>(V x)
        where V : unmanaged, ILanes<V, float> =>
        x + V.Constant(Magic32) - V.Constant(Magic32);

    /// <summary>The nearest integer of a small x, ties to even; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Round64<V>(V x)
        where V : unmanaged, ILanes<V, double> =>
        x + V.Broadcast(Magic64) - V.Broadcast(Magic64);

    /// <summary>
    /// eˣ for x in [-104, 89] or NaN. The float polynomial is weighted by r², as the 1 added last allows; its error is
    /// 2^-28.2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V r = Reduce32(x, out V n);
        V q = V.FusedMultiplyAdd(V.Constant(0.0013940801f), r, V.Constant(0.008368825f));
        q = V.FusedMultiplyAdd(q, r, V.Constant(0.041666403f));
        q = V.FusedMultiplyAdd(q, r, V.Constant(0.1666652f));
        q = V.FusedMultiplyAdd(q, r, V.Constant(0.5f));
        return V.Scale(V.FusedMultiplyAdd(r * r, q, r) + V.Constant(1f), n);
    }

    /// <summary>eˣ for x in [-746, 710] or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V r = Reduce64(x, out V n);
        return V.Scale(MinusOne64(r) + V.Broadcast(1.0), n);
    }

    /// <summary>e^r − 1 for |r| ≤ 0.347; the polynomial's relative error is 2^-31.1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V MinusOne32<V>(V r)
        where V : unmanaged, ILanes<V, float>
    {
        V q = V.FusedMultiplyAdd(V.Constant(0.00019957955f), r, V.Constant(0.0013933015f));
        q = V.FusedMultiplyAdd(q, r, V.Constant(0.008333193f));
        q = V.FusedMultiplyAdd(q, r, V.Constant(0.041666485f));
        q = V.FusedMultiplyAdd(q, r, V.Constant(0.16666667f));
        q = V.FusedMultiplyAdd(q, r, V.Constant(0.5f));
        return V.FusedMultiplyAdd(r * r, q, r);
    }

    /// <summary>e^r − 1 for |r| ≤ 0.347; the polynomial's relative error is 2^-61.6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V MinusOne64<V>(V r)
        where V : unmanaged, ILanes<V, double>
    {
        V q = V.FusedMultiplyAdd(V.Broadcast(2.092368917522511e-9), r, V.Broadcast(2.5109189648819463e-8));
        q = V.FusedMultiplyAdd(q, r, V.Broadcast(2.7557246953262123e-7));
        q = V.FusedMultiplyAdd(q, r, V.Broadcast(2.7557243759168206e-6));
        q = V.FusedMultiplyAdd(q, r, V.Broadcast(2.4801587353155694e-5));
        q = V.FusedMultiplyAdd(q, r, V.Broadcast(0.00019841269886590956));
        q = V.FusedMultiplyAdd(q, r, V.Broadcast(0.0013888888888872264));
        q = V.FusedMultiplyAdd(q, r, V.Broadcast(0.008333333333321436));
        q = V.FusedMultiplyAdd(q, r, V.Broadcast(0.041666666666666685));
        q = V.FusedMultiplyAdd(q, r, V.Broadcast(0.16666666666666677));
        q = V.FusedMultiplyAdd(q, r, V.Broadcast(0.5));
        return V.FusedMultiplyAdd(r * r, q, r);
    }

    /// <summary>½·eˣ for x in [-104, 91] or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V HalfExp32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V r = Reduce32(x, out V n);
        return V.Scale(MinusOne32(r) + V.Constant(1f), n - V.Constant(1f));
    }

    /// <summary>½·eˣ for x in [-746, 712] or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V HalfExp64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V r = Reduce64(x, out V n);
        return V.Scale(MinusOne64(r) + V.Broadcast(1.0), n - V.Broadcast(1.0));
    }
}
