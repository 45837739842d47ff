using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The inverse hyperbolic tangent: x + x³·P(x²) up to ½, a minimax polynomial that we computed by Remez exchange
/// (error 2^-29.4, 2^-60.9); beyond, ½·log((1 + |x|)/(1 − |x|)) with the quotient in two parts. ±1 give ±∞, beyond it
/// is NaN; ±0 keeps its sign.
/// </summary>
internal readonly struct ArcTanh : IUnaryFunction
{
    /// <summary>Measured error: at most 0.82 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V sign = x & V.Broadcast(-0.0f);
        V magnitude = x ^ sign;
        V z = x * x;
        V p = V.FusedMultiplyAdd(V.Broadcast(0.17645903f), z, V.Broadcast(0.05155447f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.118174784f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.14223687f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.20002456f));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.33333302f));
        V near = V.FusedMultiplyAdd(z * magnitude, p, magnitude);
        return V.Select(V.LessEqual(magnitude, V.Broadcast(0.5f)), near, Far32(magnitude)) | sign;
    }

    /// <summary>Measured error: at most 0.74 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V sign = x & V.Broadcast(-0.0);
        V magnitude = x ^ sign;
        V z = x * x;
        V p = V.FusedMultiplyAdd(V.Broadcast(0.24053447290828142), z, V.Broadcast(-0.19513733834082506));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.17422129706785086));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.005028110476425327));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.059480238921759764));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.05059598292019458));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.05907224771036667));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.06664505262971228));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.07692439336452637));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.09090903637886885));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.11111111257033936));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.14285714283401316));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.2000000000001852));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.3333333333333328));
        V near = V.FusedMultiplyAdd(z * magnitude, p, magnitude);
        return V.Select(V.LessEqual(magnitude, V.Broadcast(0.5)), near, Far64(magnitude)) | sign;
    }

    /// <summary>artanh x for x &gt; ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Far32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V numerator = x + V.Broadcast(1f);
        V numeratorLost = x - (numerator - V.Broadcast(1f));
        V denominator = V.Broadcast(1f) - x;
        V quotient = numerator / denominator;
        V lost = (V.FusedMultiplyAdd(-quotient, denominator, numerator) + numeratorLost) / denominator;
        return V.Broadcast(0.5f) * LogarithmParts.OfSum32(quotient, lost, V.Broadcast(0f));
    }

    /// <summary>artanh x for x &gt; ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Far64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V numerator = x + V.Broadcast(1.0);
        V numeratorLost = x - (numerator - V.Broadcast(1.0));
        V denominator = V.Broadcast(1.0) - x;
        V quotient = numerator / denominator;
        V lost = (V.FusedMultiplyAdd(-quotient, denominator, numerator) + numeratorLost) / denominator;
        return V.Broadcast(0.5) * LogarithmParts.OfSum64(quotient, lost, V.Broadcast(0.0));
    }
}
