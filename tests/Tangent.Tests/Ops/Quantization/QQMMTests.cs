using Xunit;

namespace Tangent.Tests.Ops.Quantization;

public sealed class QQMMTests
{
    public static TheoryData<QuantizationMode> Floats => [QuantizationMode.MxFp4, QuantizationMode.MxFp8, QuantizationMode.NvFp4];

    [Theory, MemberData(nameof(Floats))]
    public void Both_operands_are_rounded_whether_the_second_comes_packed_or_not(QuantizationMode mode)
    {
        NDArray x = Formats.Numbers((2, 3, 64)), w = Formats.Numbers((5, 64), seed: 1);
        (NDArray words, NDArray scales, _) = Mx.Quantize(w, mode: mode);
        NDArray expected = Mx.MatMul(Rounded(x, mode), Mx.Transpose(Rounded(w, mode)));
        QuantizedMatMulTests.Close(expected, Mx.QQMM(x, words, scales, mode: mode), DType.Float32, 1e-5);
        QuantizedMatMulTests.Close(expected, Mx.QQMM(x, w, mode: mode), DType.Float32, 1e-5);
        QuantizedMatMulTests.Close(expected[0, 1], Mx.QQMM(x[0, 1], w, mode: mode), DType.Float32, 1e-5);
    }

    [Fact]
    public void Global_scales_belong_to_matrices()
    {
        NDArray x = Formats.Numbers((3, 1, 64)) * 1e-3, w = Formats.Numbers((4, 5, 64), seed: 1) * Mx.Reshape(new float[] { 1e-4f, 1, 30, 2 }, (4, 1, 1));
        NDArray mostX = Mx.Max(Mx.Abs(x)), mostW = Mx.Max(Mx.Abs(w), axis: (1, 2)), index = Mx.Array([2, 0, 3]);
        (NDArray words, NDArray scales, _) = Mx.Quantize(w, mode: QuantizationMode.NvFp4, globalScale: mostW);
        (NDArray wordsX, NDArray scalesX, _) = Mx.Quantize(x, mode: QuantizationMode.NvFp4, globalScale: mostX);
        NDArray left = Mx.Dequantize(wordsX, scalesX, mode: QuantizationMode.NvFp4, globalScale: mostX, dtype: DType.Float32);
        NDArray right = Mx.Take(Mx.Dequantize(words, scales, mode: QuantizationMode.NvFp4, globalScale: mostW, dtype: DType.Float32), index, 0);
        NDArray expected = Mx.MatMul(left, Mx.SwapAxes(right, -1, -2));
        NDArray packed = Mx.GatherQQMM(x, words, scales, null, index, globalScaleX: mostX, globalScaleW: mostW);
        NDArray numbers = Mx.GatherQQMM(x, w, null, null, index, globalScaleX: mostX, globalScaleW: mostW);
        QuantizedMatMulTests.Close(expected * 1e3, packed * 1e3, DType.Float32, 1e-5);
        QuantizedMatMulTests.Close(expected * 1e3, numbers * 1e3, DType.Float32, 1e-5);
        NDArray first = Mx.QQMM(x[0], words[2], scales[2], globalScaleX: mostX, globalScaleW: mostW[2]);
        QuantizedMatMulTests.Close(expected[0] * 1e3, first * 1e3, DType.Float32, 1e-5);
    }

    [Fact]
    public void Gradients_reach_both_operands_as_if_nothing_were_rounded()
    {
        NDArray x = Formats.Numbers((2, 64)), w = Formats.Numbers((3, 64), seed: 1);
        NDArray[] gradients = Mx.Grad(v => [Mx.Sum(Mx.QQMM(v[0], v[1], mode: QuantizationMode.MxFp8))], 0, 1)([x, w]);
        QuantizedMatMulTests.Close(Mx.MatMul(Mx.Ones((2, 3)), Rounded(w, QuantizationMode.MxFp8)), gradients[0], DType.Float32, 1e-5);
        QuantizedMatMulTests.Close(Mx.MatMul(Mx.Ones((3, 2)), Rounded(x, QuantizationMode.MxFp8)), gradients[1], DType.Float32, 1e-5);
    }

    private static NDArray Rounded(NDArray x, QuantizationMode mode)
    {
        (NDArray words, NDArray scales, _) = Mx.Quantize(x, mode: mode);
        return Mx.Dequantize(words, scales, mode: mode, dtype: DType.Float32);
    }
}
