using Xunit;

namespace Tangent.Kernels.Tests;

public unsafe class BFloat16ElementTests
{
    // One hard case among ones, at every position of vectors and remainder.
    [Theory]
    [InlineData(0x00000000u)]
    [InlineData(0x80000000u)]
    [InlineData(0x3F808000u)] // halfway, to even below
    [InlineData(0x3F818000u)] // halfway, to even above
    [InlineData(0x3F808001u)]
    [InlineData(0x3F807FFFu)]
    [InlineData(0x00000001u)]
    [InlineData(0x7F7FFFFFu)] // rounds to infinity
    [InlineData(0x7F800000u)]
    [InlineData(0xFF800000u)]
    [InlineData(0x7F800001u)] // NaN whose payload lies below the kept bits
    [InlineData(0xFFFFFFFFu)]
    public void NarrowRoundsLikeTheScalar(uint bits)
    {
        const int Count = 37;
        float* source = stackalloc float[Count];
        BFloat16* actual = stackalloc BFloat16[Count + 1];
        for (int position = 0; position < Count; position++)
        {
            new Span<float>(source, Count).Fill(1);
            source[position] = BitConverter.UInt32BitsToSingle(bits);
            actual[Count] = BFloat16.FromBits(0x1234);
            BFloat16Element.Narrow(source, actual, Count);
            for (int i = 0; i < Count; i++)
                Assert.Equal(((BFloat16)source[i]).ToBits(), actual[i].ToBits());
            Assert.Equal(0x1234, actual[Count].ToBits());
        }
    }

    [Fact]
    public void WidenIsExactForEveryValue()
    {
        var values = new BFloat16[0x10000];
        var actual = new float[0x10000];
        for (int bits = 0; bits < values.Length; bits++)
            values[bits] = BFloat16.FromBits((ushort)bits);
        fixed (BFloat16* source = values)
        fixed (float* destination = actual)
        {
            // Odd lengths leave a remainder after the last vector.
            BFloat16Element.Widen(source, destination, 0x8001);
            BFloat16Element.Widen(source + 0x8001, destination + 0x8001, 0x7FFF);
        }
        for (int bits = 0; bits < values.Length; bits++)
            Assert.Equal((uint)bits << 16, BitConverter.SingleToUInt32Bits(actual[bits]));
    }
}
