using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The inverse tangent. With t = |x|, (|x| − 1)/(|x| + 1) or −1/|x| it is k·π/4 + arctan t, k = 0, 1 or 2, where |t| ≤
/// √2 − 1; the series t + t³·P(t²) is a minimax polynomial that we computed by Remez exchange (error 2^-30.4,
/// 2^-59.4). ±∞ give ±π/2, NaN stays NaN, ±0 keeps its sign.
/// </summary>
internal readonly struct ArcTan : IUnaryFunction
{
    /// <summary>Measured error: at most 1.78 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V sign = x & V.Broadcast(-0.0f);
        V magnitude = x ^ sign;
        V middle = V.Less(V.Broadcast(0.41421357f), magnitude);
        V far = V.Less(V.Broadcast(2.4142137f), magnitude);
        V numerator = V.Select(far, V.Broadcast(-1f), V.Select(middle, magnitude - V.Broadcast(1f), magnitude));
        V denominator = V.Select(far, magnitude, V.Select(middle, magnitude + V.Broadcast(1f), V.Broadcast(1f)));
        V k = V.Select(far, V.Broadcast(2f), V.Select(middle, V.Broadcast(1f), V.Broadcast(0f)));
        return FromQuotient32(numerator / denominator, k) | sign;
    }

    /// <summary>Measured error: at most 1.50 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V sign = x & V.Broadcast(-0.0);
        V magnitude = x ^ sign;
        V middle = V.Less(V.Broadcast(0.41421356237309503), magnitude);
        V far = V.Less(V.Broadcast(2.414213562373095), magnitude);
        V numerator = V.Select(far, V.Broadcast(-1.0), V.Select(middle, magnitude - V.Broadcast(1.0), magnitude));
        V denominator = V.Select(far, magnitude, V.Select(middle, magnitude + V.Broadcast(1.0), V.Broadcast(1.0)));
        V k = V.Select(far, V.Broadcast(2.0), V.Select(middle, V.Broadcast(1.0), V.Broadcast(0.0)));
        return FromQuotient64(numerator / denominator, k) | sign;
    }

    /// <summary>k·π/4 + arctan t for |t| ≤ √2 − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromQuotient32<V>(V t, V k)
        where V : unmanaged, ILanes<V, float>
    {
        V z = t * t;
        V p = V.FusedMultiplyAdd(V.Broadcast(-0.060887355f), z, V.Broadcast(0.10598728f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.14244345f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.19998527f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.33333316f));
        // The low part of k·π/4 joins the small term.
        V rest = V.FusedMultiplyAdd(k, V.Broadcast(-2.1855694e-8f), t * z * p);
        return V.FusedMultiplyAdd(k, V.Broadcast(0.7853982f), t + rest);
    }

    /// <summary>k·π/4 + arctan t for |t| ≤ √2 − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromQuotient64<V>(V t, V k)
        where V : unmanaged, ILanes<V, double>
    {
        V z = t * t;
        V p = V.FusedMultiplyAdd(V.Broadcast(-0.017894983237800602), z, V.Broadcast(0.038053728167096415));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.050388940243236084));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.05847802395343561));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.06663092824023033));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.07692059307498178));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.09090897712640762));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.11111110782177104));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.14285714280179324));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.19999999999953552));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.333333333333332));
        // The low part of k·π/4 joins the small term.
        V rest = V.FusedMultiplyAdd(k, V.Broadcast(3.061616997868383e-17), t * z * p);
        return V.FusedMultiplyAdd(k, V.Broadcast(0.7853981633974483), t + rest);
    }
}
