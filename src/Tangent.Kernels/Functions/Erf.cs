using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The error function: x + x·P(x²) below 1, and 1 − e^G(x) from there on, with G near log(1 − erf x); there the result
/// is near 1 and hides the error of the exponential. P and G are minimax polynomials that we computed by Remez
/// exchange, weighted so that the error is relative to erf x, with P down to 2^-29.4 and 2^-56.3 and G to 2^-29.8 and
/// 2^-57. Saturates at ±1; NaN stays NaN, ±0 keeps its sign.
/// </summary>
internal readonly struct Erf : IUnaryFunction
{
    /// <summary>Measured error: at most 1.06 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V sign = x & V.Constant(-0.0f);
        V magnitude = V.MinNative(V.Constant(3.95f), x ^ sign);
        return V.Select(V.Less(magnitude, V.Constant(1f)), Near32(magnitude), V.Constant(1f) - Complement32(magnitude)) | sign;
    }

    /// <summary>Measured error: at most 0.90 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V sign = x & V.Broadcast(-0.0);
        V magnitude = V.MinNative(V.Broadcast(5.96), x ^ sign);
        return V.Select(V.Less(magnitude, V.Broadcast(1.0)), Near64(magnitude), V.Broadcast(1.0) - Complement64(magnitude)) | sign;
    }

    /// <summary>erf x for 0 ≤ x &lt; 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Near32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V z = x * x;
        V p = V.FusedMultiplyAdd(V.Constant(7.8346995e-5f), z, V.Constant(-0.0008004633f));
        p = V.FusedMultiplyAdd(p, z, V.Constant(0.0051877405f));
        p = V.FusedMultiplyAdd(p, z, V.Constant(-0.026853547f));
        p = V.FusedMultiplyAdd(p, z, V.Constant(0.11283581f));
        p = V.FusedMultiplyAdd(p, z, V.Constant(-0.37612626f));
        p = V.FusedMultiplyAdd(p, z, V.Constant(0.12837917f));
        return V.FusedMultiplyAdd(x, p, x);
    }

    /// <summary>erf x for 0 ≤ x &lt; 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Near64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V z = x * x;
        V p = V.FusedMultiplyAdd(V.Broadcast(5.945257693941542e-11), z, V.Broadcast(-1.1365663136628493e-9));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(1.4657878989888879e-8));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-1.6350025076223882e-7));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(1.6460972801190717e-6));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-1.4925593505766364e-5));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.00012055331036846668));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.0008548326978740568));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.005223977624780835));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.026866170645072893));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.11283791670954857));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(-0.3761263890318375));
        p = V.FusedMultiplyAdd(p, z, V.Broadcast(0.1283791670955126));
        return V.FusedMultiplyAdd(x, p, x);
    }

    /// <summary>1 − erf x for x from 1 to where erf x rounds to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Complement32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V p = V.FusedMultiplyAdd(V.Constant(0.00018556433f), x, V.Constant(-0.0029395274f));
        p = V.FusedMultiplyAdd(p, x, V.Constant(0.021805048f));
        p = V.FusedMultiplyAdd(p, x, V.Constant(-0.10303689f));
        p = V.FusedMultiplyAdd(p, x, V.Constant(-0.63822615f));
        p = V.FusedMultiplyAdd(p, x, V.Constant(-1.1270398f));
        p = V.FusedMultiplyAdd(p, x, V.Constant(-0.00035377193f));
        return ExponentialParts.Exp32(p);
    }

    /// <summary>1 − erf x for x from 1 to where erf x rounds to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Complement64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V p = V.FusedMultiplyAdd(V.Broadcast(1.0390342882087972e-12), x, V.Broadcast(-4.751659324114549e-11));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(1.0170407403383938e-9));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-1.352217764102855e-8));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(1.2483060393575078e-7));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-8.451920991660294e-7));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(4.3017776064987986e-6));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-1.6421470066143895e-5));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(4.47698517159599e-5));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-6.975018770780179e-5));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-4.5956617161098924e-5));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(0.0006428349351761547));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-0.0017709270631228722));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(0.00028223021645899066));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(0.019076954291244494));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-0.10274664211806527));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-0.636628703880187));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-1.128377282368112));
        p = V.FusedMultiplyAdd(p, x, V.Broadcast(-1.843879185189307e-7));
        return ExponentialParts.Exp64(p);
    }
}
