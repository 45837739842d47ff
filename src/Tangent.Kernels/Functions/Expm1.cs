using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// eˣ − 1 = 2ⁿ·(e^r − 1) + (2ⁿ − 1), accurate near 0, where n is 0. Half of it is computed, as 2ⁿ itself may overflow
/// first. NaN stays NaN, ±0 keeps its sign, ∞ stays, -∞ gives −1.
/// </summary>
internal readonly struct Expm1 : IUnaryFunction
{
    /// <summary>Measured error: at most 1.38 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V r = ExponentialParts.Reduce32(V.MinNative(V.Constant(89f), V.MaxNative(V.Constant(-50f), x)), out V n);
        V e = ExponentialParts.MinusOne32(r);
        V half = PowersOfTwo.Power32(n - V.Constant(1f));
        V scaled = V.FusedMultiplyAdd(half, e, half - V.Constant(0.5f));
        V result = V.Select(V.Equal(n, V.Constant(0f)), e, scaled + scaled);
        return result | (x & V.Constant(-0.0f));
    }

    /// <summary>Measured error: at most 1.69 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x)
        where V : unmanaged, ILanes<V, double>
    {
        V r = ExponentialParts.Reduce64(V.MinNative(V.Broadcast(710.0), V.MaxNative(V.Broadcast(-100.0), x)), out V n);
        V e = ExponentialParts.MinusOne64(r);
        V half = PowersOfTwo.Power64(n - V.Broadcast(1.0));
        V scaled = V.FusedMultiplyAdd(half, e, half - V.Broadcast(0.5));
        V result = V.Select(V.Equal(n, V.Broadcast(0.0)), e, scaled + scaled);
        return result | (x & V.Broadcast(-0.0));
    }
}
