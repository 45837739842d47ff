using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Between float32 lanes and the representations of the 16-bit floating types in the low halves of lanes; the high halves
/// hold anything. Rounding is to nearest, ties to even; NaN becomes a quiet NaN.
/// </summary>
internal static class HalfBits
{
    private const uint SignBit = 0x8000_0000;
    private const uint ExponentBits = 0x7F80_0000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromBFloat16<V>(V bits)
        where V : unmanaged, ILanes<V, float> => V.ShiftLeft(bits, 16);

    /// <summary>The bits are sign-extended: their high halves are copies of the sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromFloat16<V>(V bits)
        where V : unmanaged, ILanes<V, float>
    {
        V moved = V.ShiftLeft(bits, 13) & Bits<V>(SignBit | 0x7FFF << 13);
        // Sign, exponent and fraction now stand where float32 has them; 2¹¹² makes up for the difference of the biases,
        // subnormal numbers included. An exponent of all ones must become one again.
        V value = moved * Bits<V>((254u - 15) << 23);
        V special = V.Equal(moved & Bits<V>(31u << 23), Bits<V>(31u << 23));
        return V.Select(special, value | Bits<V>(ExponentBits), value);
    }

    /// <summary>Adds half a unit in the last place, less one bit if the kept part is even, and cuts off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ToBFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float> => V.ShiftRightLogical(NearBFloat16(x), 16);

    /// <summary>
    /// Lets an addition round: the unit in the last place of the sum with 2¹³ times a power of two is what float16 has
    /// for the exponent of that power. The low bits of the sum are then the fraction, leading bit included, and 0x0800, which
    /// takes what is too much off the exponent of the scaled power, modulo 2¹⁶.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ToFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V magnitude = Clamped(x);
        V power = V.MaxNative((magnitude & Bits<V>(ExponentBits)) | Bits<V>(0x0800), Bits<V>(113u << 23 | 0x0800));
        V scaled = V.AddBits(power, Bits<V>(13u << 23));
        V result = V.AddBits(V.ShiftRightLogical(scaled, 13), scaled + magnitude);
        result = V.Select(V.Equal(x, x), result, Bits<V>(0x7E00));
        return (V.ShiftRightLogical(x, 16) & Bits<V>(0x8000)) | result;
    }

    /// <summary>The nearest float16, as float32: rounded as <see cref="ToFloat16"/> does, by taking the power away again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RoundToFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V magnitude = Clamped(x);
        V power = V.MaxNative(magnitude & Bits<V>(ExponentBits), Bits<V>(113u << 23));
        V scaled = V.AddBits(power, Bits<V>(13u << 23));
        V rounded = scaled + magnitude - scaled;
        rounded = V.Select(V.Equal(rounded, Bits<V>((127u + 16) << 23)), Bits<V>(ExponentBits), rounded);
        rounded = V.Select(V.Equal(x, x), rounded, Bits<V>(0x7FC0_0000));
        return rounded | (x & Bits<V>(SignBit));
    }

    /// <summary>The nearest bfloat16, as float32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V RoundToBFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float> => NearBFloat16(x) & Bits<V>(0xFFFF_0000);

    // 2¹⁶, which becomes infinity, stands for all beyond it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Clamped<V>(V x)
        where V : unmanaged, ILanes<V, float> => V.MinNative(x & Bits<V>(~SignBit), Bits<V>((127u + 16) << 23));

    // The high half is the nearest bfloat16.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NearBFloat16<V>(V x)
        where V : unmanaged, ILanes<V, float>
    {
        V odd = V.ShiftRightLogical(x, 16) & Bits<V>(1);
        V rounded = V.AddBits(x, V.AddBits(odd, Bits<V>(0x7FFF)));
        return V.Select(V.Equal(x, x), rounded, x | Bits<V>(0x40_0000));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Bits<V>(uint bits)
        where V : unmanaged, ILanes<V, float> => V.Broadcast(BitConverter.UInt32BitsToSingle(bits));
}
