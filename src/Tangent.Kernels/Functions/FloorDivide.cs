using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// ⌊x / y⌋ of the exact quotient, as <see cref="Remainder"/> has it; ±∞ or NaN where the rounded quotient is. Where rounding took
/// the quotient up to a whole number, what is left of x has not the sign of y: the fused step, rounded once, shows it.
/// </summary>
internal readonly struct FloorDivide : IBinaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x, V y)
        where V : unmanaged, ILanes<V, float>
    {
        V zero = V.Broadcast(0f), whole = V.Floor(x / y);
        // Where nothing is to be taken off, y may be infinite.
        V rest = V.Select(V.Equal(whole, zero), x, V.FusedMultiplyAdd(-whole, y, x));
        V opposite = V.Select(V.Less(y, zero), V.Less(zero, rest), V.Less(rest, zero));
        return V.Select(opposite, whole - V.Broadcast(1f), whole);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x, V y)
        where V : unmanaged, ILanes<V, double>
    {
        V zero = V.Broadcast(0.0), whole = V.Floor(x / y);
        // Where nothing is to be taken off, y may be infinite.
        V rest = V.Select(V.Equal(whole, zero), x, V.FusedMultiplyAdd(-whole, y, x));
        V opposite = V.Select(V.Less(y, zero), V.Less(zero, rest), V.Less(rest, zero));
        return V.Select(opposite, whole - V.Broadcast(1.0), whole);
    }
}
