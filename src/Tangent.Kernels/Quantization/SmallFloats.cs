using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>Floats of 8 bits and fewer, one in the low byte of each lane, as float32.</summary>
internal static class SmallFloats
{
    /// <summary>
    /// E4M3: sign, 4 bits of exponent with a bias of 7, 3 of mantissa. They stand where float32 has them after a shift; a power of two makes up
    /// for the bias. 0x7F and 0xFF are NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromE4M3<V>(V bytes)
        where V : unmanaged, ILanes<V, float>
    {
        V moved = V.ShiftRightArithmetic(V.ShiftLeft(bytes, 24), 4) & Bits<V>(0x87F0_0000);
        V value = moved * Bits<V>((120u + 127) << 23);
        return V.Select(V.Equal(V.Abs(value), V.Broadcast(480)), V.Broadcast(float.NaN), value);
    }

    /// <summary>E8M0: 8 bits of exponent with a bias of 127, the lowest of which is subnormal in float32; 0xFF is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromE8M0<V>(V bytes)
        where V : unmanaged, ILanes<V, float>
    {
        // 0 becomes half of the smallest normal number; 255 becomes infinity, to which the mantissa's highest bit is then added.
        V value = V.ShiftLeft(bytes, 23);
        V low = V.Equal(value, V.Broadcast(0)), high = V.Equal(value, V.Broadcast(float.PositiveInfinity));
        return value | ((low | high) & Bits<V>(0x0040_0000));
    }

    /// <summary>
    /// E2M1: sign, 2 bits of exponent with a bias of 1, 1 of mantissa. They stand where float32 has them after a shift; with the difference of the
    /// biases added, the two numbers without exponent, 0 and ½, have become ½ and ¾: twice as much less 1 is what they were.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FromE2M1<V>(V codes)
        where V : unmanaged, ILanes<V, float>
    {
        V moved = V.ShiftLeft(codes & Bits<V>(7), 22);
        V value = V.AddBits(moved, Bits<V>(126u << 23));
        V magnitude = V.Select(V.Less(value, V.Broadcast(1)), value + value - V.Broadcast(1), value);
        return magnitude | V.ShiftLeft(codes & Bits<V>(8), 28);
    }

    /// <summary>E2M1, sign, 2 bits of exponent, 1 of mantissa, as E4M3: all sixteen are among those.</summary>
    public static void FromE2M1ToE4M3(Span<byte> codes)
    {
        var table = Vector128.Create((byte)0x00, 0x30, 0x38, 0x3C, 0x40, 0x44, 0x48, 0x4C, 0x80, 0xB0, 0xB8, 0xBC, 0xC0, 0xC4, 0xC8, 0xCC);
        int i = 0;
        for (; i <= codes.Length - 16; i += 16)
            Vector128.Shuffle(table, Vector128.Create<byte>(codes[i..])).CopyTo(codes[i..]);
        for (; i < codes.Length; i++)
            codes[i] = table[codes[i]];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Bits<V>(uint bits)
        where V : unmanaged, ILanes<V, float> => V.Broadcast(BitConverter.UInt32BitsToSingle(bits));
}
