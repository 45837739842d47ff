using Xunit;

namespace Tangent.Tests.Ops.Quantization;

[Collection("peak memory")]
public sealed class QuantizedMatMulTests
{
    public static TheoryData<QuantizationMode, int, int> All => Formats.All;

    [Theory, MemberData(nameof(All))]
    public void A_product_is_that_of_the_numbers(QuantizationMode mode, int groupSize, int bits)
    {
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Formats.Numbers((70, 2 * groupSize)), groupSize, bits, mode);
        NDArray numbers = Mx.Dequantize(w, scales, biases, groupSize, bits, mode, dtype: DType.Float32);
        foreach (int rows in (int[])[1, 3, 16, 20])
            foreach (DType dtype in (DType[])[DType.Float32, DType.Float16, DType.BFloat16])
            {
                double rounding = dtype switch { DType.Float32 => 1e-5, DType.Float16 => 4e-3, _ => 3e-2 };
                NDArray? narrowBiases = biases is null ? null : Mx.AsType(biases, dtype);
                NDArray narrowScales = biases is null ? scales : Mx.AsType(scales, dtype);
                NDArray x = Formats.Numbers((rows, 2 * groupSize), dtype), y = Formats.Numbers((rows, 70), dtype, 1);
                Close(Mx.MatMul(Wide(x), Mx.Transpose(numbers)), Mx.QuantizedMatMul(x, w, narrowScales, narrowBiases, true, groupSize, bits, mode), dtype, rounding);
                Close(Mx.MatMul(Wide(y), numbers), Mx.QuantizedMatMul(y, w, narrowScales, narrowBiases, false, groupSize, bits, mode), dtype, rounding);
            }
    }

    [Fact]
    public void Leading_axes_broadcast_and_types_meet()
    {
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Formats.Numbers((3, 10, 64)));
        NDArray numbers = Mx.SwapAxes(Mx.Dequantize(w, scales, biases), -1, -2);
        foreach (Shape shape in (Shape[])[(64), (5, 64), (3, 2, 64), (4, 1, 2, 64)])
        {
            NDArray x = Formats.Numbers(shape);
            Close(Mx.MatMul(x, numbers), Mx.QuantizedMatMul(x, w, scales, biases), DType.Float32, 1e-5);
        }
        NDArray half = Mx.AsType(Formats.Numbers((2, 64)), DType.Float16);
        Assert.Equal(DType.Float32, Mx.QuantizedMatMul(half, w[0], scales[0], biases![0]).DType);
        Assert.Equal(DType.Float64, Mx.QuantizedMatMul(Mx.AsType(half, DType.Float64), w[0], scales[0], biases[0]).DType);
        Close(Mx.MatMul(Mx.Ones(64), numbers), Mx.QuantizedMatMul(Mx.Ones(64, DType.Int32), w, scales, biases), DType.Float32, 1e-5);
        Assert.Equal((Shape)(3, 0, 10), Mx.QuantizedMatMul(Mx.Ones((0, 64)), w, scales, biases).Shape);
    }

    [Fact]
    public void A_bias_and_an_activation_run_with_the_product()
    {
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Formats.Numbers((200, 64)));
        foreach (int rows in (int[])[2, 60])
        {
            NDArray x = Formats.Numbers((rows, 64)), bias = Formats.Numbers(200, seed: 3);
            NDArray y = Mx.Maximum(Mx.QuantizedMatMul(x, w, scales, biases) + bias, 0);
            PlanGraph graph = Decomposition.Of([y.Node]);
            graph.Keep(y.Node);
            Assert.Single(Plan.Build(graph).Operations, operation => operation.Kernel is Kernels.QuantizedMatMulKernel { Epilogue: not null });
            Close(Mx.Maximum(Mx.MatMul(x, Mx.Transpose(Mx.Dequantize(w, scales, biases))) + bias, 0), y, DType.Float32, 1e-5);
        }
    }

    [Fact]
    public void The_numbers_are_never_written_to_memory()
    {
        const int side = 1024;
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Formats.Numbers((side, side)));
        Mx.Eval(w, scales, biases!);
        foreach (bool transpose in (bool[])[true, false])
        {
            NDArray x = Formats.Numbers((4, side)).Eval();
            long before = Mx.GetActiveMemory();
            Mx.ResetPeakMemory();
            (NDArray y, NDArray dy) = Mx.Jvp(v => Mx.QuantizedMatMul(v, w, scales, biases, transpose), x, x);
            NDArray dx = Mx.Grad(v => Mx.Sum(Mx.QuantizedMatMul(v, w, scales, biases, transpose)))(x);
            Mx.Eval(y, dy, dx);
            Assert.InRange(Mx.GetPeakMemory() - before, 0, side * side * 2);
        }
    }

    [Fact]
    public void Matrices_that_indices_choose_are_not_copied()
    {
        const int experts = 16, side = 256;
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Formats.Numbers((experts, side, side)));
        NDArray x = Formats.Numbers((64, 1, side)), index = Mx.Random.RandInt(0, experts, 64, key: Mx.Random.Key(3));
        Mx.Eval(w, scales, biases!, x, index);
        long before = Mx.GetActiveMemory();
        Mx.ResetPeakMemory();
        NDArray y = Mx.GatherQMM(x, w, scales, biases, null, index).Eval();
        Assert.InRange(Mx.GetPeakMemory() - before, 0, 64L * side * side / 4);
        Close(Mx.MatMul(x, Mx.SwapAxes(Mx.Take(Mx.Dequantize(w, scales, biases), index, 0), -1, -2)), y, DType.Float32, 1e-5);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public void Indices_choose_in_row_major_order_and_count_as_those_of_take(bool transpose)
    {
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Formats.Numbers((2, 3, 64, 64)));
        NDArray x = Formats.Numbers((2, 2, 5, 64)), numbers = Mx.Reshape(Mx.Dequantize(w, scales, biases), (6, 64, 64));
        NDArray left = Mx.Reshape(new int[] { 0, 3 }, (2, 1)), right = Mx.Array([5, -6, 17, -99]);
        NDArray chosen = Mx.Take(numbers, Mx.Array([5, 0, 5, 0]), 0);
        NDArray rows = Mx.ExpandDims(Mx.Take(Mx.Reshape(x, (4, 5, 64)), Mx.Array([0, 3]), 0), 1);
        NDArray expected = Mx.MatMul(rows, transpose ? Mx.SwapAxes(chosen, -1, -2) : chosen);
        foreach (DType dtype in (DType[])[DType.Int32, DType.Int64])
            Close(expected, Mx.GatherQMM(x, w, scales, biases, Mx.AsType(left, dtype), Mx.AsType(right, dtype), transpose), DType.Float32, 1e-5);
        NDArray each = Mx.GatherQMM(x, w, scales, biases, rhsIndices: Mx.Reshape(new ulong[] { 1, 2, 3, ulong.MaxValue }, (2, 2)), transpose: transpose);
        NDArray picked = Mx.Reshape(Mx.Take(numbers, Mx.Array([1, 2, 3, 5]), 0), (2, 2, 64, 64));
        Close(Mx.MatMul(x, transpose ? Mx.SwapAxes(picked, -1, -2) : picked), each, DType.Float32, 1e-5);
    }

    [Fact]
    public void The_wrong_call_says_what_is_wrong()
    {
        NDArray x = Mx.Ones((3, 64));
        (NDArray w, NDArray scales, NDArray? biases) = Mx.Quantize(Mx.Ones((2, 5, 64)));
        Refusal.Argument("QuantizedMatMul: the last axis of x [3,32] is not the 64 of the columns of w [2,5,8], 4 bits each.", () => Mx.QuantizedMatMul(Mx.Ones((3, 32)), w, scales, biases));
        Refusal.Argument("QuantizedMatMul: the last axis of x [3,64] is not the 5 of the rows of w [2,5,8], 4 bits each.", () => Mx.QuantizedMatMul(x, w, scales, biases, false));
        Refusal.Argument("QuantizedMatMul: x needs an axis.", () => Mx.QuantizedMatMul(Mx.Array(1f), w, scales, biases));
        Refusal.Argument("QuantizedMatMul: x is int32; it must be of real floating numbers.", () => Mx.QuantizedMatMul(Mx.Ones((3, 64), DType.Int32), w, Mx.Ones((2, 5, 2), DType.UInt8), mode: QuantizationMode.MxFp4));
        Refusal.Argument("QuantizedMatMul: x is complex64; it must be of real floating numbers.", () => Mx.QuantizedMatMul(Mx.Ones((3, 64), DType.Complex64), w, scales, biases));
        Refusal.Argument("QuantizedMatMul: w is int32; packed codes are uint32.", () => Mx.QuantizedMatMul(x, Mx.AsType(w, DType.Int32), scales, biases));
        Refusal.Argument("QuantizedMatMul: w [8] needs two axes or more.", () => Mx.QuantizedMatMul(x, w[0, 0], scales[0, 0], biases![0, 0]));
        Refusal.Argument("QuantizedMatMul: scales [5,1] are not those of w [2,5,8] in groups of 64 codes of 4 bits.", () => Mx.QuantizedMatMul(x, w, scales[0], biases));
        Refusal.Argument("QuantizedMatMul: ", () => Mx.QuantizedMatMul(Mx.Ones((3, 3, 64)), w, scales, biases));
        Refusal.Argument("GatherQMM: the indices are float32; they must be integers.", () => Mx.GatherQMM(Mx.Ones((1, 3, 64)), w, scales, biases, rhsIndices: Mx.Ones(2)));
        Refusal.Argument("GatherQMM: x [64] needs two axes or more.", () => Mx.GatherQMM(Mx.Ones(64), w, scales, biases, rhsIndices: Mx.Array([0, 1])));
        Refusal.Argument("GatherQMM: no index is in range for the matrices of x [0,3,64] and w [2,5,8].", () => Mx.GatherQMM(Mx.Ones((0, 3, 64)), w, scales, biases, Mx.Array([0, 1])));
        Refusal.Argument("QQMM: the mode is Affine; both operands can be quantised as floats alone.", () => Mx.QQMM(x, x, mode: QuantizationMode.Affine));
        Refusal.Argument("QQMM: the last axis of x [3,40] does not fall into groups of 16.", () => Mx.QQMM(Mx.Ones((3, 40)), Mx.Ones((3, 40))));
        Refusal.Argument("QQMM: w is uint32; float32, float16 and bfloat16 can be quantised.", () => Mx.QQMM(x, w[0]));
    }

    private static NDArray Wide(NDArray x) => Mx.AsType(x, DType.Float32);

    internal static void Close(NDArray expected, NDArray actual, DType dtype, double tolerance)
    {
        Assert.Equal(new ArraySpec(expected.Shape, dtype), actual.Spec);
        float[] first = QuantizeTests.Single(expected), second = QuantizeTests.Single(actual);
        double scale = Math.Max(1, first.Max(Math.Abs));
        for (int i = 0; i < first.Length; i++)
            Assert.Equal(first[i], second[i], tolerance * scale);
    }
}
