using Xunit;

namespace Tangent.Kernels.Tests.Quantization;

/// <summary>Codes in words and one a byte, bit by bit.</summary>
public sealed unsafe class CodeBitsTests
{
    public static TheoryData<int> Bits => [2, 3, 4, 5, 6, 7, 8];

    [Theory, MemberData(nameof(Bits))]
    public void Each_code_lies_behind_the_one_before_from_the_lowest_bit_on(int bits)
    {
        foreach (int count in (int[])[8, 16, 24, 32, 96, 1000])
        {
            byte[] packed = new byte[count / 8 * bits], codes = new byte[count];
            new Random(count).NextBytes(packed);
            fixed (byte* source = packed, destination = codes)
                CodeBits.Unpack(source, bits, destination, count);
            for (int i = 0; i < count; i++)
                Assert.Equal(Code(packed, bits, i), codes[i]);
        }
    }

    [Theory, MemberData(nameof(Bits))]
    public void Packing_takes_the_lowest_bits_and_unpacking_gives_them_back(int bits)
    {
        byte[] codes = new byte[480], packed = new byte[codes.Length / 8 * bits], back = new byte[codes.Length];
        new Random(bits).NextBytes(codes);
        fixed (byte* source = codes, middle = packed, destination = back)
        {
            CodeBits.Pack(source, bits, middle, codes.Length);
            CodeBits.Unpack(middle, bits, destination, codes.Length);
        }
        Assert.Equal(codes.Select(code => (byte)(code & ((1 << bits) - 1))), back);
    }

    /// <summary>The bits of a code, one by one.</summary>
    internal static int Code(ReadOnlySpan<byte> packed, int bits, int index)
    {
        int code = 0;
        for (int i = 0; i < bits; i++)
        {
            int place = index * bits + i;
            code |= (packed[place / 8] >> (place % 8) & 1) << i;
        }
        return code;
    }
}
