using Xunit;

namespace Tangent.Tests.Ops.Quantization;

public sealed class QuantizeTests
{
    private static readonly float[] E2M1 = [0, 0.5f, 1, 1.5f, 2, 3, 4, 6, 0, -0.5f, -1, -1.5f, -2, -3, -4, -6];

    public static TheoryData<QuantizationMode, int, int> All => Formats.All;

    [Theory, MemberData(nameof(All))]
    public void A_round_trip_changes_numbers_by_no_more_than_the_codes_are_apart(QuantizationMode mode, int groupSize, int bits)
    {
        foreach (DType dtype in (DType[])[DType.Float32, DType.Float16, DType.BFloat16])
        {
            NDArray x = Formats.Numbers((3, 5, 2 * groupSize), dtype);
            (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(x, groupSize, bits, mode);
            Assert.Equal(new ArraySpec((3, 5, 2 * groupSize * bits / 32), DType.UInt32), w.Spec);
            Assert.Equal(new ArraySpec((3, 5, 2), mode == QuantizationMode.Affine ? dtype : DType.UInt8), scales.Spec);
            Assert.Equal(mode == QuantizationMode.Affine, biases is not null);
            NDArray back = Mx.Dequantize(w, scales, biases, groupSize, bits, mode, dtype: dtype);
            Assert.Equal(x.Spec, back.Spec);
            float[] error = Single(Mx.Abs(Mx.AsType(x, DType.Float32) - Mx.AsType(back, DType.Float32))), size = Single(Mx.Abs(x));
            float[] largest = Single(Mx.Max(Mx.Reshape(Mx.Abs(x), (-1, groupSize)), axis: -1)), step = mode == QuantizationMode.Affine ? Single(Mx.Abs(scales)) : [];
            float rounding = dtype switch { DType.Float32 => 1e-6f, DType.Float16 => 2e-3f, _ => 2e-2f };
            for (int i = 0; i < error.Length; i++)
            {
                // Small floats keep a share of each number, and the nearest power of two may cut off the largest by up to 1 − 1/√2.
                float most = mode switch
                {
                    QuantizationMode.Affine => step[i / groupSize] * 1.01f,
                    QuantizationMode.NvFp4 => Math.Max(size[i] / 5, largest[i / groupSize] / 11),
                    QuantizationMode.MxFp4 => Math.Max(size[i] * 0.3f, largest[i / groupSize] / 8),
                    _ => Math.Max(size[i] * 0.3f, largest[i / groupSize] / 1000),
                };
                Assert.InRange(error[i], 0, most + rounding * largest[i / groupSize]);
            }
        }
    }

    [Theory, MemberData(nameof(All))]
    public void What_the_codes_can_say_comes_back_as_it_was(QuantizationMode mode, int groupSize, int bits)
    {
        // Each group reaches both ends, so that it finds its scale again.
        int most = (1 << bits) - 1;
        NDArray places = Mx.Reshape(Mx.Arange(4 * groupSize), (4, groupSize));
        NDArray x = mode switch
        {
            QuantizationMode.Affine => (Mx.AsType(Mx.Where(Mx.Equal(places % groupSize, 1), most, places % groupSize * 7 % (most + 1)), DType.Float32) - most) * 0.25,
            QuantizationMode.MxFp8 => Mx.Where(Mx.Equal(places % groupSize, 0), 448, Mx.FromFp8(Mx.AsType(places * 37 % 0x70, DType.UInt8), DType.Float32)),
            _ => Mx.Take((NDArray)E2M1, Mx.Where(Mx.Equal(places % groupSize, 0), 7, places * 5 % 16)) * 4,
        };
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(x, groupSize, bits, mode);
        Assert.Equal(Single(x), Single(Mx.Dequantize(w, scales, biases, groupSize, bits, mode, dtype: DType.Float32)));
    }

    [Theory]
    [InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public void Codes_come_out_of_words_as_they_went_in(int bits)
    {
        NDArray codes = Mx.Random.RandInt(0, 1 << bits, (3, 4, 64), DType.UInt8, key: Mx.Random.Key(1));
        NDArray words = new PackCodes(bits).Apply(codes);
        Assert.Equal((Shape)(3, 4, 2 * bits), words.Shape);
        Assert.Equal(codes.ToArray<byte>(), new UnpackCodes(bits).Apply(words).ToArray<byte>());
        NDArray swapped = Mx.SwapAxes(codes, 0, 1);
        Assert.Equal(swapped.ToArray<byte>(), new UnpackCodes(bits).Apply(Mx.SwapAxes(words, 0, 1)).ToArray<byte>());
    }

    [Theory, MemberData(nameof(All))]
    public void Zeros_stay_zeros(QuantizationMode mode, int groupSize, int bits)
    {
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Mx.Zeros((2, groupSize)), groupSize, bits, mode);
        Assert.All(Single(Mx.Dequantize(w, scales, biases, groupSize, bits, mode)), value => Assert.Equal(0, value));
    }

    [Theory, MemberData(nameof(All))]
    public void A_number_that_is_none_makes_its_group_none_and_no_other(QuantizationMode mode, int groupSize, int bits)
    {
        NDArray x = Formats.Numbers((2, 2 * groupSize));
        x[1, 3] = float.NaN;
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(x, groupSize, bits, mode);
        float[] back = Single(Mx.Dequantize(w, scales, biases, groupSize, bits, mode));
        for (int i = 0; i < back.Length; i++)
            Assert.Equal(i / groupSize == 2, float.IsNaN(back[i]));
    }

    [Theory]
    [InlineData(QuantizationMode.MxFp4, 0xFF), InlineData(QuantizationMode.MxFp8, 0xFF), InlineData(QuantizationMode.NvFp4, 0x7F), InlineData(QuantizationMode.NvFp4, 0xFF)]
    public void A_scale_that_is_no_number_makes_its_group_none(QuantizationMode mode, byte scale)
    {
        int size = mode == QuantizationMode.NvFp4 ? 16 : 32;
        (NDArray w, NDArray scales, _) = Mx.Quantize(Formats.Numbers((1, 2 * size)), mode: mode);
        scales[0, 1] = Mx.Array(scale);
        float[] back = Single(Mx.Dequantize(w, scales, mode: mode));
        Assert.All(back[..size], value => Assert.True(float.IsFinite(value)));
        Assert.All(back[size..], value => Assert.True(float.IsNaN(value)));
        float[] product = Single(Mx.QuantizedMatMul(Mx.Ones((1, 2 * size)), Mx.Concatenate([w, w], 0), Mx.Concatenate([scales, Mx.ZerosLike(scales)], 0), mode: mode));
        Assert.True(float.IsNaN(product[0]) && float.IsFinite(product[1]));
    }

    [Fact]
    public void Scales_relative_to_the_largest_of_all_use_all_their_bits()
    {
        NDArray x = Formats.Numbers((4, 64)) * 1e-4;
        NDArray largest = Mx.Max(Mx.Abs(x));
        (NDArray w, NDArray scales, _) = Mx.Quantize(x, mode: QuantizationMode.NvFp4, globalScale: largest);
        Assert.Equal(0x7E, Mx.Max(scales).ToArray<byte>()[0]);
        NDArray back = Mx.Dequantize(w, scales, mode: QuantizationMode.NvFp4, globalScale: largest, dtype: DType.Float32);
        float[] error = Single(Mx.Abs(x - back)), size = Single(Mx.Abs(x));
        for (int i = 0; i < error.Length; i++)
            Assert.InRange(error[i], 0, Math.Max(size[i] / 5, 4e-4f / 11));
        Refusal.Argument("Quantize: the mode Affine has no global scale.", () => Mx.Quantize(x, globalScale: largest).W);
        Refusal.Argument("Dequantize: the global scale float32[3] is no real", () => Mx.Dequantize(w, scales, mode: QuantizationMode.NvFp4, globalScale: Mx.Ones(3)));
    }

    [Fact]
    public void The_wrong_call_says_what_is_wrong()
    {
        NDArray x = Mx.Ones((2, 64));
        Refusal.Argument("Quantize: 7 bits are not among those of Affine: 2, 3, 4, 5, 6, 8.", () => Mx.Quantize(x, bits: 7).W);
        Refusal.Argument("Quantize: groups of 16 are not among those of Affine: 32, 64, 128.", () => Mx.Quantize(x, 16).W);
        Refusal.Argument("Quantize: groups of 64 are not among those of MxFp4: 32.", () => Mx.Quantize(x, 64, mode: QuantizationMode.MxFp4).W);
        Refusal.Argument("Quantize: 8 bits are not among those of NvFp4: 4.", () => Mx.Quantize(x, bits: 8, mode: QuantizationMode.NvFp4).W);
        Refusal.Argument("Quantize: there is no mode 9.", () => Mx.Quantize(x, mode: (QuantizationMode)9).W);
        Refusal.Argument("Quantize: the last axis of w [2,33] does not fall into groups of 32.", () => Mx.Quantize(Mx.Ones((2, 33)), 32).W);
        Refusal.Argument("Quantize: w [64] needs two axes or more.", () => Mx.Quantize(Mx.Ones(64)).W);
        Refusal.Argument("Quantize: w is int32; float32, float16 and bfloat16 can be quantised.", () => Mx.Quantize(Mx.Ones((2, 64), DType.Int32)).W);
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(x);
        Refusal.Argument("Dequantize: w is float32; packed codes are uint32.", () => Mx.Dequantize(x, scales, biases));
        Refusal.Argument("Dequantize: the mode Affine needs biases.", () => Mx.Dequantize(w, scales));
        Refusal.Argument("Dequantize: the mode MxFp4 has no biases.", () => Mx.Dequantize(w, scales, biases, mode: QuantizationMode.MxFp4));
        Refusal.Argument("Dequantize: scales are float32; those of MxFp8 are uint8.", () => Mx.Dequantize(w, scales, mode: QuantizationMode.MxFp8));
        Refusal.Argument("Dequantize: scales are int32; those of Affine are real floating numbers.", () => Mx.Dequantize(w, Mx.AsType(scales, DType.Int32), biases));
        Refusal.Argument("Dequantize: biases are float16, scales float32.", () => Mx.Dequantize(w, scales, Mx.AsType(biases!, DType.Float16)));
        Refusal.Argument("Dequantize: scales [2,1] are not those of w [2,8] in groups of 32 codes of 4 bits.", () => Mx.Dequantize(w, scales, biases, 32));
        Refusal.Argument("Dequantize: scales [2,1] are not those of w [2,8] in groups of 64 codes of 8 bits.", () => Mx.Dequantize(w, scales, biases, bits: 8));
        Refusal.Argument("Dequantize: biases [1,1] are not those of w [2,8]", () => Mx.Dequantize(w, scales, Mx.Ones((1, 1))));
        Refusal.Argument("Dequantize: dtype is int32; it must be a real floating type.", () => Mx.Dequantize(w, scales, biases, dtype: DType.Int32));
    }

    internal static float[] Single(NDArray x) => Mx.AsType(x, DType.Float32).ToArray<float>();
}
