using Xunit;

namespace Tangent.Kernels.Tests.Simd;

public sealed class HalfBitsTests
{
    [Fact]
    public void Every_float16_becomes_its_float32_and_comes_back()
    {
        for (int bits = 0; bits < 65536; bits++)
        {
            Half half = BitConverter.UInt16BitsToHalf((ushort)bits);
            float wide = Get(HalfBits.FromFloat16(Lanes(BitConverter.UInt32BitsToSingle((uint)(short)bits))));
            Assert.Equal((float)half, wide);
            Assert.Equal(Half.IsNaN(half) ? 0x7E00 | bits & 0x8000 : bits, (ushort)Bits(HalfBits.ToFloat16(Lanes(wide))));
        }
    }

    [Fact]
    public void Every_bfloat16_becomes_its_float32_and_comes_back()
    {
        for (int bits = 0; bits < 65536; bits++)
        {
            BFloat16 brain = BFloat16.FromBits((ushort)bits);
            float wide = Get(HalfBits.FromBFloat16(Lanes(BitConverter.UInt32BitsToSingle((uint)bits))));
            Assert.Equal(brain, wide);
            Assert.Equal(float.IsNaN(brain) ? bits | 0x40 : bits, (ushort)Bits(HalfBits.ToBFloat16(Lanes(wide))));
        }
    }

    [Fact]
    public void Float32_is_rounded_to_the_nearest_ties_to_even()
    {
        // Steps of a prime through all float32.
        for (ulong step = 0; step < 1ul << 32; step += 65_521)
            CheckRounding(BitConverter.UInt32BitsToSingle((uint)step));
        foreach (float edge in (float[])[65504, 65519.996f, 65520, 65536, 6.1035156e-5f, 5.9604645e-8f, 2.9802322e-8f, 2.9802326e-8f, 1e-10f])
            CheckRounding(edge);
    }

    private static void CheckRounding(float value)
    {
        if (float.IsNaN(value))
            return;
        Assert.Equal(BitConverter.HalfToUInt16Bits((Half)value), (ushort)Bits(HalfBits.ToFloat16(Lanes(value))));
        Assert.Equal(((BFloat16)value).ToBits(), (ushort)Bits(HalfBits.ToBFloat16(Lanes(value))));
    }

    private static Lanes128<float> Lanes(float value) => Lanes128<float>.Broadcast(value);

    private static float Get(Lanes128<float> lanes) => Lanes128<float>.Get(lanes, 0);

    private static uint Bits(Lanes128<float> lanes) => BitConverter.SingleToUInt32Bits(Get(lanes));
}
