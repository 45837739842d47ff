using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Between float32 lanes and the representations of the 16-bit floating types in the low halves of lanes. Rounding is
/// to nearest, ties to even; NaN stays NaN.
/// </summary>
internal static class HalfBits
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromBFloat16<V>(V bits)
        where V : unmanaged, ILanes<V, float> => V.ShiftLeft(bits, 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromFloat16<V>(V bits)
        where V : unmanaged, ILanes<V, float>
    {
        V magnitude = V.ShiftLeft(bits & Bits<V>(0x7FFF), 13);
        // Exponent and fraction now stand where float32 has them; 2¹¹² makes up for the difference of the biases,
        // subnormal numbers included. An exponent of all ones must become one again.
        V value = magnitude * Bits<V>((254u - 15) << 23);
        V special = V.LessEqual(Bits<V>(31u << 23), magnitude) & Bits<V>(255u << 23);
        return value | special | V.ShiftLeft(bits & Bits<V>(0x8000), 16);
    }

    /// <summary>Adds half a unit in the last place, less one bit if the kept part is even, and cuts off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ToBFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V high = V.ShiftRightLogical(x, 16);
        V rounded = V.ShiftRightLogical(V.AddBits(x, V.AddBits(high & Bits<V>(1), Bits<V>(0x7FFF))), 16);
        return V.Select(V.Equal(x, x), rounded, high | Bits<V>(0x40));
    }

    /// <summary>
    /// Lets an addition round. A power of two, 2¹⁵ times that of four times the number and at least that of the smallest
    /// normal one, leaves eleven bits of it: the low bits of the sum are the fraction, leading bit included, and its
    /// exponent is one less than wanted, which that leading bit makes up for.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ToFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V magnitude = x & Bits<V>(0x7FFF_FFFF);
        // 4|x|, and from 2¹⁶ on infinity.
        V scaled = magnitude * Bits<V>((127u + 112) << 23) * Bits<V>((127u - 110) << 23);
        V power = V.MaxNative(magnitude & Bits<V>(0x7F80_0000), Bits<V>(113u << 23));
        V sum = V.AddBits(power, Bits<V>(15u << 23)) + scaled;
        V result = V.AddBits(V.ShiftRightLogical(sum, 13) & Bits<V>(0x7C00), sum & Bits<V>(0x0FFF));
        result = V.Select(V.Equal(x, x), result, Bits<V>(0x7E00));
        return result | (V.ShiftRightLogical(x, 16) & Bits<V>(0x8000));
    }

    /// <summary>The nearest float16, as float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RoundToFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float> => FromFloat16(ToFloat16(x));

    /// <summary>The nearest bfloat16, as float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RoundToBFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float> => FromBFloat16(ToBFloat16(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Bits<V>(uint bits)
        where V : unmanaged, ILanes<V, float> => V.Broadcast(BitConverter.UInt32BitsToSingle(bits));
}
