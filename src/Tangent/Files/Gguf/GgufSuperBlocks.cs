using System.Buffers.Binary;

namespace Tangent;

/// <summary>
/// The blocks of 256 elements of ggml. Runs of 16 or 32 have a scale of a few bits each, and perhaps a smallest value, which a number of
/// the whole block multiplies.
/// </summary>
internal static class GgufSuperBlocks
{
    private const int Length = 256;
    private const int Run = 32;

    /// <summary>The elements of Q2_K: 16 bytes of scales and minima, two bits each, scale, minimum.</summary>
    public static void Of2(ReadOnlySpan<byte> block, Span<byte> elements)
    {
        ReadOnlySpan<byte> bits = block[16..];
        float scale = GgufBlocks.ReadHalf(block[80..]), minimum = GgufBlocks.ReadHalf(block[82..]);
        for (int i = 0; i < Length; i++)
        {
            int run = block[i / 16];
            Write(elements, i, scale * (run & 0xF) * Two(bits, i) - minimum * (run >> 4));
        }
    }

    /// <summary>The elements of Q3_K: 32 bytes of third bits, two bits each, 12 bytes of scales, scale. Where the third bit is not set, 4 is taken away.</summary>
    public static void Of3(ReadOnlySpan<byte> block, Span<byte> elements)
    {
        ReadOnlySpan<byte> third = block, bits = block[32..], scales = block[96..];
        float scale = GgufBlocks.ReadHalf(block[108..]);
        for (int i = 0; i < Length; i++)
        {
            int high = (third[i % Run] >> (i / Run)) & 1;
            Write(elements, i, scale * (ScaleOf3(scales, i / 16) - 32) * (Two(bits, i) - (high == 0 ? 4 : 0)));
        }
    }

    /// <summary>The elements of Q4_K: scale, minimum, 12 bytes of scales and minima, four bits each.</summary>
    public static void Of4(ReadOnlySpan<byte> block, Span<byte> elements) => Of4Or5(block, block[16..], [], elements);

    /// <summary>The elements of Q5_K: as Q4_K, with 32 bytes of fifth bits before the others.</summary>
    public static void Of5(ReadOnlySpan<byte> block, Span<byte> elements) => Of4Or5(block, block[48..], block[16..48], elements);

    /// <summary>The elements of Q6_K: four bits each, 64 bytes of two further bits each, 16 scales, scale.</summary>
    public static void Of6(ReadOnlySpan<byte> block, Span<byte> elements)
    {
        ReadOnlySpan<byte> high = block[128..], scales = block[192..];
        float scale = GgufBlocks.ReadHalf(block[208..]);
        for (int i = 0; i < Length; i++)
        {
            int half = i / 128, within = i % 128, low = block[64 * half + within % 64] >> (within / 64 * 4);
            int value = (low & 0xF) | (Two(high, i) << 4);
            Write(elements, i, scale * (sbyte)scales[i / 16] * (value - 32));
        }
    }

    /// <summary>The elements of Q8_K: a scale of 32 bits, a byte each; sums follow, which nobody needs.</summary>
    public static void Of8(ReadOnlySpan<byte> block, Span<byte> elements)
    {
        float scale = BinaryPrimitives.ReadSingleLittleEndian(block);
        for (int i = 0; i < Length; i++)
            Write(elements, i, scale * (sbyte)block[4 + i]);
    }

    private static void Of4Or5(ReadOnlySpan<byte> block, ReadOnlySpan<byte> bits, ReadOnlySpan<byte> fifth, Span<byte> elements)
    {
        float scale = GgufBlocks.ReadHalf(block), minimum = GgufBlocks.ReadHalf(block[2..]);
        ReadOnlySpan<byte> scales = block[4..16];
        for (int run = 0; run < Length / Run; run++)
        {
            (int own, int least) = ScaleAndMinimum(scales, run);
            for (int i = 0; i < Run; i++)
            {
                int value = (bits[run / 2 * Run + i] >> (run % 2 * 4)) & 0xF;
                if (fifth.Length > 0)
                    value |= ((fifth[i] >> run) & 1) << 4;
                Write(elements, run * Run + i, scale * own * value - minimum * least);
            }
        }
    }

    // Each byte holds elements i, i + 32, i + 64 and i + 96 of a half.
    private static int Two(ReadOnlySpan<byte> bits, int i) => (bits[i / 128 * Run + i % Run] >> (i % 128 / Run * 2)) & 3;

    // Eight bytes hold the low four bits of 16 scales, the four behind them the other two.
    private static int ScaleOf3(ReadOnlySpan<byte> scales, int run)
    {
        int low = (scales[run % 8] >> (run / 8 * 4)) & 0xF;
        return low | (((scales[8 + run % 4] >> (run / 4 * 2)) & 3) << 4);
    }

    // Six bits each: those of the first four runs in a byte, those of the others in a half and the two bits that are left.
    private static (int Scale, int Minimum) ScaleAndMinimum(ReadOnlySpan<byte> bits, int run) => run < 4
        ? (bits[run] & 63, bits[run + 4] & 63)
        : ((bits[run + 4] & 0xF) | (bits[run - 4] >> 6 << 4), (bits[run + 4] >> 4) | (bits[run] >> 6 << 4));

    private static void Write(Span<byte> elements, int i, float value) => GgufBlocks.WriteHalf(elements[(2 * i)..], value);
}
