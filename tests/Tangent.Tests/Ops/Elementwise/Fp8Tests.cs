using Xunit;

namespace Tangent.Tests.Ops.Elementwise;

public class Fp8Tests
{
    // From the definition of the format: sign, 4 bits of exponent with a bias of 7, 3 of mantissa.
    private static readonly double[] Numbers = [.. Enumerable.Range(0, 256).Select(NumberOf)];

    private static NDArray AllBits => Enumerable.Range(0, 256).Select(bits => (byte)bits).ToArray();

    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.BFloat16)]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void EveryNumberIsReadExactlyAndWrittenBack(DType dtype)
    {
        NDArray numbers = Mx.FromFp8(AllBits, dtype);
        Assert.Equal(dtype, numbers.DType);
        Assert.Equal(Numbers, numbers.AsType(DType.Float64).ToArray<double>());
        byte[] bits = Mx.ToFp8(numbers).ToArray<byte>();
        for (int i = 0; i < 256; i++)
            Assert.Equal(double.IsNaN(Numbers[i]) ? 0x7F : i, double.IsNaN(Numbers[i]) ? bits[i] & 0x7F : bits[i]);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void NumbersBetweenGoToTheNearestAndTiesToTheEven(DType dtype)
    {
        for (int bits = 0; bits < 0x7E; bits++)
        {
            double middle = (Numbers[bits] + Numbers[bits + 1]) / 2;
            double little = middle * (dtype == DType.Float64 ? 1e-15 : 1e-6);
            NDArray around = Mx.AsType(new[] { middle - little, middle, middle + little, -middle + little, -middle }, dtype);
            int even = bits + (bits & 1);
            Assert.Equal([bits, even, bits + 1, bits | 0x80, even | 0x80], Mx.ToFp8(around).ToArray<byte>().Select(b => (int)b));
        }
    }

    [Fact]
    public void WhatIsTooLargeBecomesTheLargestAndSignsOfZeroStay() =>
        Assert.Equal(
            [0x7E, 0x7E, 0x7E, 0xFE, 0xFE, 0x00, 0x80, 0x00, 0x80],
            Mx.ToFp8(new[] { 448f, 1e30f, float.PositiveInfinity, -465f, float.NegativeInfinity, 0f, -0f, 1e-40f, -1e-40f }).ToArray<byte>().Select(b => (int)b));

    // Every float32 number from below the smallest to beyond the largest, thinned by a prime.
    [Fact]
    public void EveryNumberGoesToANearestOne()
    {
        uint first = BitConverter.SingleToUInt32Bits(1e-4f), last = BitConverter.SingleToUInt32Bits(450f);
        float[] numbers = [.. Enumerable.Range(0, (int)((last - first) / 251)).Select(i => BitConverter.UInt32BitsToSingle(first + (251 * (uint)i)))];
        float[] read = Mx.FromFp8(Mx.ToFp8(numbers), DType.Float32).ToArray<float>();
        double[] magnitudes = Numbers[..0x7F];
        for (int i = 0, place = 0; i < numbers.Length; i++)
        {
            while (place < 0x7E && magnitudes[place + 1] <= numbers[i])
                place++;
            double nearest = place == 0x7E || numbers[i] - magnitudes[place] <= magnitudes[place + 1] - numbers[i] ? magnitudes[place] : magnitudes[place + 1];
            Assert.Equal(Math.Abs(nearest - numbers[i]), Math.Abs(read[i] - (double)numbers[i]));
        }
    }

    [Fact]
    public void BothAreOneLoopWithWhatTheyMeet()
    {
        NDArray x = Mx.Random.Normal((64, 64), key: Mx.Random.Key(0)).Eval();
        Assert.Single(OperationsOf(Mx.ToFp8((x * 3) + 1)));
        Assert.Single(OperationsOf((Mx.FromFp8(Mx.ToFp8(x).Eval(), DType.Float32) * 2) + x));

        static List<PlanOperation> OperationsOf(NDArray y)
        {
            PlanGraph graph = Decomposition.Of([y.Node]);
            graph.Keep(y.Node);
            return [.. Plan.Build(graph).Operations];
        }
    }

    [Fact]
    public void OtherTypesAreRefused()
    {
        Assert.Contains("int32", Assert.Throws<ArgumentException>(() => Mx.ToFp8(new[] { 1, 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("complex64", Assert.Throws<ArgumentException>(() => Mx.ToFp8(Mx.Ones(2, DType.Complex64))).Message, StringComparison.Ordinal);
        Assert.Contains("int8", Assert.Throws<ArgumentException>(() => Mx.FromFp8(Mx.Ones(2, DType.Int8))).Message, StringComparison.Ordinal);
        Assert.Contains("int32", Assert.Throws<ArgumentException>(() => Mx.FromFp8(AllBits, DType.Int32)).Message, StringComparison.Ordinal);
    }

    private static double NumberOf(int bits)
    {
        int exponent = bits >> 3 & 15, mantissa = bits & 7;
        double magnitude = (exponent, mantissa) == (15, 7) ? double.NaN
            : exponent == 0 ? Math.ScaleB(mantissa, -9)
            : Math.ScaleB(8 + mantissa, exponent - 10);
        return bits < 128 ? magnitude : -magnitude;
    }
}
