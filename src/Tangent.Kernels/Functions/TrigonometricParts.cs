using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The parts that the circular functions are made of: x = n·π/2 + r with |r| ≤ π/4, by Cody and Waite with π/2 in
/// three parts and fused multiply-adds (the first is exact, each other one rounds relative to r), then sin r = r +
/// r³·P(r²) and cos r = 1 − r²/2 + r⁴·C(r²), minimax polynomials that we computed by Remez exchange, their
/// coefficients rounded one after the other and the rest refitted.
/// </summary>
internal static class TrigonometricParts
{
    /// <summary>Up to here three parts of π/2 are enough; rare larger arguments go to <see cref="HugeAngles"/>.</summary>
    public const float Limit32 = 65536f;

    /// <summary>Up to here three parts of π/2 are enough; rare larger arguments go to <see cref="HugeAngles"/>.</summary>
    public const double Limit64 = 1073741824.0;

    /// <summary>r; the low bits of <paramref name="quadrant"/> hold n. For |x| up to Limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reduce32<V>(V x, out V quadrant)
        where V : unmanaged, ILanes<V, float>
    {
        quadrant = V.FusedMultiplyAdd(x, V.Broadcast(0.63661975f), V.Broadcast(12582912f));
        V n = quadrant - V.Broadcast(12582912f);
        V r = V.FusedMultiplyAdd(n, V.Broadcast(-1.5707964f), x);
        r = V.FusedMultiplyAdd(n, V.Broadcast(4.371139e-8f), r);
        return V.FusedMultiplyAdd(n, V.Broadcast(1.7151245e-15f), r);
    }

    /// <summary>r; the low bits of <paramref name="quadrant"/> hold n. For |x| up to Limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Reduce64<V>(V x, out V quadrant)
        where V : unmanaged, ILanes<V, double>
    {
        quadrant = V.FusedMultiplyAdd(x, V.Broadcast(0.6366197723675814), V.Broadcast(6755399441055744.0));
        V n = quadrant - V.Broadcast(6755399441055744.0);
        V r = V.FusedMultiplyAdd(n, V.Broadcast(-1.5707963267948966), x);
        r = V.FusedMultiplyAdd(n, V.Broadcast(-6.123233995736766e-17), r);
        return V.FusedMultiplyAdd(n, V.Broadcast(1.4973849048591698e-33), r);
    }

    /// <summary>sin r for |r| ≤ π/4, z = r²; the polynomial's error is 2^-28.0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine32<V>(V r, V z)
        where V : unmanaged, ILanes<V, float>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(-0.000195186f), z, V.Broadcast(0.008332191f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.16666655f));
        return V.FusedMultiplyAdd(r * z, p, r);
    }

    /// <summary>sin r for |r| ≤ π/4, z = r²; the polynomial's error is 2^-58.0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine64<V>(V r, V z)
        where V : unmanaged, ILanes<V, double>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(1.5896807646359986e-10), z, V.Broadcast(-2.5050758692064633e-8));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(2.7557313698653842e-6));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.0001984126982983929));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.008333333333322476));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.16666666666666632));
        return V.FusedMultiplyAdd(r * z, p, r);
    }

    /// <summary>cos r for |r| ≤ π/4, z = r²; the polynomial's error is 2^-33.1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine32<V>(V z)
        where V : unmanaged, ILanes<V, float>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(2.443175e-5f), z, V.Broadcast(-0.0013887306f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.041666646f));
        return V.FusedMultiplyAdd(z * z, p, V.FusedMultiplyAdd(z, V.Broadcast(-0.5f), V.Broadcast(1f)));
    }

    /// <summary>cos r for |r| ≤ π/4, z = r²; the polynomial's error is 2^-64.2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine64<V>(V z)
        where V : unmanaged, ILanes<V, double>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(-1.1359887586507564e-11), z, V.Broadcast(2.087572852725232e-9));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-2.755731439667853e-7));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(2.4801587289661057e-5));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.0013888888888874465));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.0416666666666666));
        return V.FusedMultiplyAdd(z * z, p, V.FusedMultiplyAdd(z, V.Broadcast(-0.5), V.Broadcast(1.0)));
    }

    /// <summary>sin(n·π/2 + r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SineOfQuadrant32<V>(V r, V quadrant)
        where V : unmanaged, ILanes<V, float>
    {
        V z = r * r;
        // Moved up, the low bit of n becomes that of the number 2 and the next one the sign.
        V state = V.ShiftLeft(quadrant, 30);
        V value = V.Select(V.Equal(state, V.Broadcast(0f)), Sine32(r, z), Cosine32(z));
        return value ^ (state & V.Broadcast(-0.0f));
    }

    /// <summary>sin(n·π/2 + r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SineOfQuadrant64<V>(V r, V quadrant)
        where V : unmanaged, ILanes<V, double>
    {
        V z = r * r;
        // Moved up, the low bit of n becomes that of the number 2 and the next one the sign.
        V state = V.ShiftLeft(quadrant, 62);
        V value = V.Select(V.Equal(state, V.Broadcast(0.0)), Sine64(r, z), Cosine64(z));
        return value ^ (state & V.Broadcast(-0.0));
    }

    /// <summary>r + low, the difference of the first two parts taken without loss (Knuth). For |x| up to Limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ReduceTwice32<V>(V x, out V quadrant, out V low)
        where V : unmanaged, ILanes<V, float>
    {
        quadrant = V.FusedMultiplyAdd(x, V.Broadcast(0.63661975f), V.Broadcast(12582912f));
        V n = quadrant - V.Broadcast(12582912f);
        V first = V.FusedMultiplyAdd(n, V.Broadcast(-1.5707964f), x);
        V product = n * V.Broadcast(-4.371139e-8f);
        V productLost = V.FusedMultiplyAdd(n, V.Broadcast(-4.371139e-8f), -product);
        V r = first - product;
        V taken = r - first;
        V lost = (first - (r - taken)) - (product + taken);
        low = V.FusedMultiplyAdd(n, V.Broadcast(1.7151245e-15f), lost - productLost);
        return r;
    }

    /// <summary>sin(r + low), and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine32<V>(V r, V z, V low, out V lost)
        where V : unmanaged, ILanes<V, float>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(-0.000195186f), z, V.Broadcast(0.008332191f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.16666655f));
        V rest = V.FusedMultiplyAdd(r * z, p, low);
        V sine = r + rest;
        lost = (r - sine) + rest;
        return sine;
    }

    /// <summary>cos(r + low), and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine32<V>(V r, V z, V low, out V lost)
        where V : unmanaged, ILanes<V, float>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(2.443175e-5f), z, V.Broadcast(-0.0013887306f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.041666646f));
        V half = z * V.Broadcast(0.5f);
        V one = V.Broadcast(1f) - half;
        V rest = (V.Broadcast(1f) - one) - half + V.FusedMultiplyAdd(z * z, p, -(r * low));
        V cosine = one + rest;
        lost = (one - cosine) + rest;
        return cosine;
    }

    /// <summary>r + low, the difference of the first two parts taken without loss (Knuth). For |x| up to Limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ReduceTwice64<V>(V x, out V quadrant, out V low)
        where V : unmanaged, ILanes<V, double>
    {
        quadrant = V.FusedMultiplyAdd(x, V.Broadcast(0.6366197723675814), V.Broadcast(6755399441055744.0));
        V n = quadrant - V.Broadcast(6755399441055744.0);
        V first = V.FusedMultiplyAdd(n, V.Broadcast(-1.5707963267948966), x);
        V product = n * V.Broadcast(6.123233995736766e-17);
        V productLost = V.FusedMultiplyAdd(n, V.Broadcast(6.123233995736766e-17), -product);
        V r = first - product;
        V taken = r - first;
        V lost = (first - (r - taken)) - (product + taken);
        low = V.FusedMultiplyAdd(n, V.Broadcast(1.4973849048591698e-33), lost - productLost);
        return r;
    }

    /// <summary>sin(r + low), and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sine64<V>(V r, V z, V low, out V lost)
        where V : unmanaged, ILanes<V, double>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(1.5896807646359986e-10), z, V.Broadcast(-2.5050758692064633e-8));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(2.7557313698653842e-6));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.0001984126982983929));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.008333333333322476));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.16666666666666632));
        V rest = V.FusedMultiplyAdd(r * z, p, low);
        V sine = r + rest;
        lost = (r - sine) + rest;
        return sine;
    }

    /// <summary>cos(r + low), and what rounding took from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosine64<V>(V r, V z, V low, out V lost)
        where V : unmanaged, ILanes<V, double>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(-1.1359887586507564e-11), z, V.Broadcast(2.087572852725232e-9));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-2.755731439667853e-7));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(2.4801587289661057e-5));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.0013888888888874465));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.0416666666666666));
        V half = z * V.Broadcast(0.5);
        V one = V.Broadcast(1.0) - half;
        V rest = (V.Broadcast(1.0) - one) - half + V.FusedMultiplyAdd(z * z, p, -(r * low));
        V cosine = one + rest;
        lost = (one - cosine) + rest;
        return cosine;
    }
}
