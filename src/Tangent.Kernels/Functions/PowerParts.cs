using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The base-2 logarithm and exponential of a power, in two parts. With x = 2ᵏ·m and s = (m − 1)/(m + 1), log m = 2·(s
/// + s³·(⅓ + s²·Q(s²))); all but Q is carried in two parts. Q is a minimax polynomial that we computed by Remez
/// exchange (error 2^-34.5, 2^-68.9 of the logarithm).
/// </summary>
internal static class PowerParts
{
    /// <summary>log₂x = result + low for x ≥ 0; low is NaN where the result is infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log232<V>(V x, out V low)
        where V : unmanaged, ILanes<V, float>
    {
        V m = V.Significand(x);
        V k = V.Exponent(x) - V.Exponent(m);
        V s = Ratio32(m, out V sLow);
        V tail = ArTanhTail32(s, sLow, out V tailLow);
        V sum = s + tail;
        V sumLow = (s - sum) + tail + (tailLow + sLow);
        V scaled = sum * V.Broadcast(2.88539f);
        V scaledLow = V.FusedMultiplyAdd(sum, V.Broadcast(2.88539f), -scaled)
            + V.FusedMultiplyAdd(sum, V.Broadcast(3.851926e-8f), sumLow * V.Broadcast(2.88539f));
        V high = k + scaled;
        low = (k - high) + scaled + scaledLow;
        return high;
    }

    /// <summary>log₂x = result + low for x ≥ 0; low is NaN where the result is infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log264<V>(V x, out V low)
        where V : unmanaged, ILanes<V, double>
    {
        V m = V.Significand(x);
        V k = V.Exponent(x) - V.Exponent(m);
        V s = Ratio64(m, out V sLow);
        V tail = ArTanhTail64(s, sLow, out V tailLow);
        V sum = s + tail;
        V sumLow = (s - sum) + tail + (tailLow + sLow);
        V scaled = sum * V.Broadcast(2.8853900817779268);
        V scaledLow = V.FusedMultiplyAdd(sum, V.Broadcast(2.8853900817779268), -scaled)
            + V.FusedMultiplyAdd(sum, V.Broadcast(4.0710547481862066e-17), sumLow * V.Broadcast(2.8853900817779268));
        V high = k + scaled;
        low = (k - high) + scaled + scaledLow;
        return high;
    }

    /// <summary>2^(x + low).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp232<V>(V x, V low)
        where V : unmanaged, ILanes<V, float>
    {
        V clamped = V.MinNative(V.Broadcast(160f), V.MaxNative(V.Broadcast(-160f), x));
        V n = ExponentialParts.Round32(clamped);
        V r = ((clamped - n) + low) * V.Broadcast(0.6931472f);
        return V.Scale(ExponentialParts.MinusOne32(r) + V.Broadcast(1f), n);
    }

    /// <summary>2^(x + low).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp264<V>(V x, V low)
        where V : unmanaged, ILanes<V, double>
    {
        V clamped = V.MinNative(V.Broadcast(1100.0), V.MaxNative(V.Broadcast(-1100.0), x));
        V n = ExponentialParts.Round64(clamped);
        V r = ((clamped - n) + low) * V.Broadcast(0.6931471805599453);
        return V.Scale(ExponentialParts.MinusOne64(r) + V.Broadcast(1.0), n);
    }

    /// <summary>(m − 1)/(m + 1) = result + low.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Ratio32<V>(V m, out V low)
        where V : unmanaged, ILanes<V, float>
    {
        V numerator = m - V.Broadcast(1f);
        V denominator = m + V.Broadcast(1f);
        V denominatorLow = m - (denominator - V.Broadcast(1f));
        V ratio = numerator / denominator;
        low = V.FusedMultiplyAdd(-ratio, denominatorLow, V.FusedMultiplyAdd(-ratio, denominator, numerator)) / denominator;
        return ratio;
    }

    /// <summary>(m − 1)/(m + 1) = result + low.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Ratio64<V>(V m, out V low)
        where V : unmanaged, ILanes<V, double>
    {
        V numerator = m - V.Broadcast(1.0);
        V denominator = m + V.Broadcast(1.0);
        V denominatorLow = m - (denominator - V.Broadcast(1.0));
        V ratio = numerator / denominator;
        low = V.FusedMultiplyAdd(-ratio, denominatorLow, V.FusedMultiplyAdd(-ratio, denominator, numerator)) / denominator;
        return ratio;
    }

    /// <summary>artanh s − s = result + low, where s has a low part too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ArTanhTail32<V>(V s, V sLow, out V low)
        where V : unmanaged, ILanes<V, float>
    {
        V z = s * s;
        V zLow = V.FusedMultiplyAdd(s, s, -z) + (s + s) * sLow;
        V q = V.FusedMultiplyAdd(V.Broadcast(0.11938708f), z, V.Broadcast(0.1426269f));
        q = V.FusedMultiplyAdd(q, z, V.Broadcast(0.20000197f));
        V step = q * z;
        V third = V.Broadcast(0.33333334f) + step;
        V thirdLow = (V.Broadcast(0.33333334f) - third) + step + V.Broadcast(-9.934108e-9f);
        V factor = z * third;
        V factorLow = V.FusedMultiplyAdd(z, third, -factor) + V.FusedMultiplyAdd(z, thirdLow, zLow * third);
        V tail = s * factor;
        low = V.FusedMultiplyAdd(s, factor, -tail) + V.FusedMultiplyAdd(s, factorLow, sLow * factor);
        return tail;
    }

    /// <summary>artanh s − s = result + low, where s has a low part too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ArTanhTail64<V>(V s, V sLow, out V low)
        where V : unmanaged, ILanes<V, double>
    {
        V z = s * s;
        V zLow = V.FusedMultiplyAdd(s, s, -z) + (s + s) * sLow;
        V q = V.FusedMultiplyAdd(V.Broadcast(0.06287465182966262), z, V.Broadcast(0.05795960455103563));
        q = V.FusedMultiplyAdd(q, z, V.Broadcast(0.06670581422163104));
        q = V.FusedMultiplyAdd(q, z, V.Broadcast(0.07692203241718806));
        q = V.FusedMultiplyAdd(q, z, V.Broadcast(0.09090910758487361));
        q = V.FusedMultiplyAdd(q, z, V.Broadcast(0.11111111095765791));
        q = V.FusedMultiplyAdd(q, z, V.Broadcast(0.1428571428578714));
        q = V.FusedMultiplyAdd(q, z, V.Broadcast(0.19999999999999868));
        V step = q * z;
        V third = V.Broadcast(0.3333333333333333) + step;
        V thirdLow = (V.Broadcast(0.3333333333333333) - third) + step + V.Broadcast(1.850371707708594e-17);
        V factor = z * third;
        V factorLow = V.FusedMultiplyAdd(z, third, -factor) + V.FusedMultiplyAdd(z, thirdLow, zLow * third);
        V tail = s * factor;
        low = V.FusedMultiplyAdd(s, factor, -tail) + V.FusedMultiplyAdd(s, factorLow, sLow * factor);
        return tail;
    }
}
