using System.Buffers.Binary;

namespace Tangent;

/// <summary>
/// The blocks of 32 elements of ggml: a scale of 16 bits, perhaps a smallest value, perhaps the fifth bits of all, then four or eight
/// bits of each. Bytes of four bits hold elements j and j + 16.
/// </summary>
internal static class GgufBlocks
{
    private const int Length = 32;
    private const int Middle = 16;

    /// <summary>The words of Q4_0, whose bits follow the scale.</summary>
    public static void WordsOf4At2(ReadOnlySpan<byte> block, Span<byte> words) => WordsOf4(block[2..], words);

    /// <summary>The words of Q4_1, whose bits follow scale and minimum.</summary>
    public static void WordsOf4At4(ReadOnlySpan<byte> block, Span<byte> words) => WordsOf4(block[4..], words);

    /// <summary>The words of Q8_0: what lies around 0 there lies around 128 here.</summary>
    public static void WordsOf8(ReadOnlySpan<byte> block, Span<byte> words)
    {
        for (int i = 0; i < Length; i++)
            words[i] = (byte)(block[2 + i] ^ 0x80);
    }

    /// <summary>The scale, as it is.</summary>
    public static void Scale(ReadOnlySpan<byte> block, Span<byte> scale) => block[..2].CopyTo(scale);

    /// <summary>The smallest value of Q4_1, as it is.</summary>
    public static void Minimum(ReadOnlySpan<byte> block, Span<byte> bias) => block[2..4].CopyTo(bias);

    /// <summary>The smallest value of Q4_0.</summary>
    public static void BiasOf4(ReadOnlySpan<byte> block, Span<byte> bias) => WriteHalf(bias, -8 * ReadHalf(block));

    /// <summary>The smallest value of Q8_0.</summary>
    public static void BiasOf8(ReadOnlySpan<byte> block, Span<byte> bias) => WriteHalf(bias, -128 * ReadHalf(block));

    /// <summary>The elements of Q5_0.</summary>
    public static void Of5(ReadOnlySpan<byte> block, Span<byte> elements) => Of5(block, block[2..], -16 * ReadHalf(block), elements);

    /// <summary>The elements of Q5_1.</summary>
    public static void Of5WithMinimum(ReadOnlySpan<byte> block, Span<byte> elements) => Of5(block, block[4..], ReadHalf(block[2..]), elements);

    /// <summary>The elements of Q8_1, in which the sum of all follows the scale.</summary>
    public static void Of8WithSum(ReadOnlySpan<byte> block, Span<byte> elements)
    {
        float scale = ReadHalf(block);
        for (int i = 0; i < Length; i++)
            WriteHalf(elements[(2 * i)..], scale * (sbyte)block[4 + i]);
    }

    /// <summary>A number of 16 bits.</summary>
    public static float ReadHalf(ReadOnlySpan<byte> bytes) => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes);

    /// <summary>Rounds a number to 16 bits.</summary>
    public static void WriteHalf(Span<byte> bytes, float value) => BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)value);

    private static void WordsOf4(ReadOnlySpan<byte> bits, Span<byte> words)
    {
        // Two elements a byte, one beside the other.
        for (int i = 0; i < Middle / 2; i++)
        {
            words[i] = (byte)((bits[2 * i] & 0xF) | (bits[2 * i + 1] << 4));
            words[i + Middle / 2] = (byte)((bits[2 * i] >> 4) | (bits[2 * i + 1] & 0xF0));
        }
    }

    private static void Of5(ReadOnlySpan<byte> block, ReadOnlySpan<byte> bits, float bias, Span<byte> elements)
    {
        float scale = ReadHalf(block);
        uint fifth = BinaryPrimitives.ReadUInt32LittleEndian(bits);
        ReadOnlySpan<byte> low = bits[sizeof(uint)..];
        for (int i = 0; i < Length; i++)
        {
            int four = i < Middle ? low[i] & 0xF : low[i - Middle] >> 4;
            WriteHalf(elements[(2 * i)..], scale * (four | (int)(((fifth >> i) & 1) << 4)) + bias);
        }
    }
}
