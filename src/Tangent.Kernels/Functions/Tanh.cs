using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// With |x| = n·½·ln 2 + r and t = tanh r, tanh |x| = ((2ⁿ − 1) + (2ⁿ + 1)·t) / ((2ⁿ + 1) + (2ⁿ − 1)·t): full relative
/// accuracy down to the subnormals, one division, and a short odd series t = r + r³·P(r²), −0.087 ≤ r ≤ 0.26, P by
/// Remez exchange (relative error 2^-27.9, 2^-56.9). The uneven r places the changes of n where the rounding errors
/// are smallest. Large arguments are clamped where the result has become 1; the sign is put back last.
/// </summary>
internal readonly struct Tanh : IUnaryFunction
{
    /// <summary>Measured error: at most 1.71 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V sign = x & V.Constant(-0.0f);
        V magnitude = V.MinNative(V.Constant(10f), x ^ sign);
        V n = ExponentialParts.Round32(V.FusedMultiplyAdd(magnitude, V.Constant(2.88539f), V.Constant(-0.25f)));
        V r = V.FusedMultiplyAdd(n, V.Constant(-0.3465736f), magnitude);
        V square = r * r;
        V p = V.FusedMultiplyAdd(V.Constant(-0.051225774f), square, V.Constant(0.13322692f));
        p = V.FusedMultiplyAdd(p, square, V.Constant(-0.33333215f));
        // The low part of ln 2 joins the small term, where nothing is lost to rounding.
        V t = V.FusedMultiplyAdd(n, V.Constant(9.523271e-10f), square * r * p) + r;
        V scale = PowersOfTwo.Power32(n);
        V above = scale + V.Constant(1f);
        V below = scale - V.Constant(1f);
        // From 2ⁿ = 4 on, 1 − 2·(1 − t)/denominator rounds better than the quotient, and never passes 1.
        V saturating = V.LessEqual(V.Constant(4f), scale);
        V numerator = V.Select(saturating, V.FusedMultiplyAdd(V.Constant(2f), t, V.Constant(-2f)), V.FusedMultiplyAdd(above, t, below));
        V quotient = numerator / V.FusedMultiplyAdd(below, t, above);
        return V.Select(saturating, quotient + V.Constant(1f), quotient) | sign;
    }

    /// <summary>Measured error: at most 1.62 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V sign = x & V.Broadcast(-0.0);
        V magnitude = V.MinNative(V.Broadcast(20.0), x ^ sign);
        V n = ExponentialParts.Round64(V.FusedMultiplyAdd(magnitude, V.Broadcast(2.8853900817779268), V.Broadcast(-0.25)));
        V r = V.FusedMultiplyAdd(n, V.Broadcast(-0.34657359027997264), magnitude);
        V square = r * r;
        V p = V.FusedMultiplyAdd(V.Broadcast(-0.0013074755130041205), square, V.Broadcast(0.003576369667593749));
        p = V.FusedMultiplyAdd(p, square, V.Broadcast(-0.008862358777023838));
        p = V.FusedMultiplyAdd(p, square, V.Broadcast(0.02186946161820471));
        p = V.FusedMultiplyAdd(p, square, V.Broadcast(-0.05396825352545792));
        p = V.FusedMultiplyAdd(p, square, V.Broadcast(0.13333333332987748));
        p = V.FusedMultiplyAdd(p, square, V.Broadcast(-0.3333333333333242));
        // The low part of ln 2 joins the small term, where nothing is lost to rounding.
        V t = V.FusedMultiplyAdd(n, V.Broadcast(-1.1595234069231498e-17), square * r * p) + r;
        V scale = PowersOfTwo.Power64(n);
        V above = scale + V.Broadcast(1.0);
        V below = scale - V.Broadcast(1.0);
        // From 2ⁿ = 4 on, 1 − 2·(1 − t)/denominator rounds better than the quotient, and never passes 1.
        V saturating = V.LessEqual(V.Broadcast(4.0), scale);
        V numerator = V.Select(saturating, V.FusedMultiplyAdd(V.Broadcast(2.0), t, V.Broadcast(-2.0)), V.FusedMultiplyAdd(above, t, below));
        V quotient = numerator / V.FusedMultiplyAdd(below, t, above);
        return V.Select(saturating, quotient + V.Broadcast(1.0), quotient) | sign;
    }
}
