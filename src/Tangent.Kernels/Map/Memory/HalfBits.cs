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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ToFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V magnitude = x & Bits<V>(0x7FFF_FFFF);
        V sign = V.ShiftRightLogical(x & Bits<V>(0x8000_0000), 16);
        // Normal: rebias the exponent and round by adding, as above. From 65520 on the carry makes it infinite.
        V odd = V.ShiftRightLogical(magnitude, 13) & Bits<V>(1);
        V rebiased = V.AddBits(magnitude, Bits<V>(unchecked(((15u - 127) << 23) + 0xFFF)));
        V normal = V.ShiftRightLogical(V.AddBits(rebiased, odd), 13);
        // Subnormal: adding 0.5 lets the hardware round to multiples of 2⁻²⁴, which then are the low bits.
        V subnormal = V.SubtractBits(magnitude + V.Broadcast(0.5f), V.Broadcast(0.5f));
        V result = V.Select(V.Less(magnitude, Bits<V>(113u << 23)), subnormal, normal);
        result = V.Select(V.LessEqual(Bits<V>(143u << 23), magnitude), Bits<V>(0x7C00), result);
        return V.Select(V.Equal(x, x), result, Bits<V>(0x7E00)) | sign;
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
