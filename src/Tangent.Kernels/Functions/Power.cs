using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// xʸ = 2^(y·log₂|x|), the logarithm and the product in two parts, as the exponent multiplies their error by up to a
/// thousand. Special values as in IEEE 754 pow: 1 for y = 0 and x = 1 whatever the other; a negative base has the sign
/// of an odd exponent and gives NaN for one that is not whole; zeros and infinities go to 0 or ∞ with that sign.
/// </summary>
internal readonly struct Power : IBinaryFunction
{
    /// <summary>Measured error: at most 1.08 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float32<V>(V x, V y)
        where V : unmanaged, ILanes<V, float>
    {
        V high = PowerParts.Log232(V.Abs(x), out V low);
        V isOne = V.Equal(high, V.Broadcast(0f));
        // An infinite y makes 1 of ±1; elsewhere an infinite product needs no low part, which would be NaN.
        V exponent = V.Select(isOne, V.Broadcast(0f), y * high);
        V rest = V.FusedMultiplyAdd(y, high, -exponent) + y * low;
        rest = V.Select(V.Less(V.Abs(exponent), V.Broadcast(32768f)) & ~isOne, rest, V.Broadcast(0f));
        return Signed32(x, y, PowerParts.Exp232(exponent, rest));
    }

    /// <summary>Measured error: at most 1.09 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Float64<V>(V x, V y)
        where V : unmanaged, ILanes<V, double>
    {
        V high = PowerParts.Log264(V.Abs(x), out V low);
        V isOne = V.Equal(high, V.Broadcast(0.0));
        // An infinite y makes 1 of ±1; elsewhere an infinite product needs no low part, which would be NaN.
        V exponent = V.Select(isOne, V.Broadcast(0.0), y * high);
        V rest = V.FusedMultiplyAdd(y, high, -exponent) + y * low;
        rest = V.Select(V.Less(V.Abs(exponent), V.Broadcast(32768.0)) & ~isOne, rest, V.Broadcast(0.0));
        return Signed64(x, y, PowerParts.Exp264(exponent, rest));
    }

    /// <summary>The sign of the power, and the values that no limit gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Signed32<V>(V x, V y, V magnitude)
        where V : unmanaged, ILanes<V, float>
    {
        V whole = V.Equal(V.Truncate(y), y);
        V half = y * V.Broadcast(0.5f);
        V odd = whole & ~V.Equal(V.Truncate(half), half);
        V signed = magnitude ^ (odd & x & V.Broadcast(-0.0f));
        V undefined = V.Less(x, V.Broadcast(0f)) & V.Less(V.Broadcast(float.NegativeInfinity), x) & ~whole;
        V result = V.Select(undefined, V.Broadcast(float.NaN), signed);
        return V.Select(V.Equal(y, V.Broadcast(0f)) | V.Equal(x, V.Broadcast(1f)), V.Broadcast(1f), result);
    }

    /// <summary>The sign of the power, and the values that no limit gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Signed64<V>(V x, V y, V magnitude)
        where V : unmanaged, ILanes<V, double>
    {
        V whole = V.Equal(V.Truncate(y), y);
        V half = y * V.Broadcast(0.5);
        V odd = whole & ~V.Equal(V.Truncate(half), half);
        V signed = magnitude ^ (odd & x & V.Broadcast(-0.0));
        V undefined = V.Less(x, V.Broadcast(0.0)) & V.Less(V.Broadcast(double.NegativeInfinity), x) & ~whole;
        V result = V.Select(undefined, V.Broadcast(double.NaN), signed);
        return V.Select(V.Equal(y, V.Broadcast(0.0)) | V.Equal(x, V.Broadcast(1.0)), V.Broadcast(1.0), result);
    }
}
