using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Primitives.Products;

public class BlockMaskedMMTests
{
    [Theory]
    [InlineData(false), InlineData(true)]
    public void MasksAreAsFactorsOfBlocks(bool areNumbers)
    {
        NDArray a = Samples.Numbers((2, 70, 40)), b = Samples.Numbers((40, 50), seed: 1);
        NDArray Mask(NDArray bits, double factor) => areNumbers ? Mx.AsType(bits, DType.Float64) * factor : bits;
        NDArray output = Mask(new[,] { { true, false }, { true, true }, { false, true } }, 2), left = Mask(new[,] { { true, true }, { false, true }, { true, false } }, 3), right = Mask(new[,] { { false, true }, { true, true } }, -1);
        NDArray Whole(NDArray mask, int rows, int columns) => Mx.Repeat(Mx.Repeat(Mx.AsType(mask, DType.Float64), 32, 0), 32, 1)[..rows, ..columns];
        Func<NDArray[], NDArray[]> masked = v => [Mx.BlockMaskedMM(v[0], v[1], 32, output, left, right)];
        Func<NDArray[], NDArray[]> multiplied = v => [Mx.MatMul(v[0] * Whole(left, 70, 40), v[1] * Whole(right, 40, 50)) * Whole(output, 70, 50)];
        Same(multiplied([a, b])[0], masked([a, b])[0]);
        NDArray ct = Samples.Numbers((2, 70, 50), seed: 2);
        NDArray[] expected = Mx.Vjp(multiplied, [a, b], [ct]).Cotangents, actual = Mx.Vjp(masked, [a, b], [ct]).Cotangents;
        Same(expected[0], actual[0]);
        Same(expected[1], actual[1]);
    }

    [Fact]
    public void WhatIsLeftOutIsNotRead()
    {
        NDArray a = Mx.Ones((64, 64)), b = Mx.Ones((64, 64));
        a[..32, 32..] = double.NaN;
        NDArray y = Mx.BlockMaskedMM(a, b, 32, maskLhs: new[,] { { true, false }, { true, true } });
        Assert.Equal((32f, 64f), (y[0, 0].Item<float>(), y[63, 63].Item<float>()));
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        NDArray a = Mx.Zeros((40, 33)), b = Mx.Zeros((33, 35)), mask = Mx.Ones((2, 2), DType.Bool);
        Refusal.Argument("BlockMaskedMM: the block size 16 is neither 32 nor 64.", () => Mx.BlockMaskedMM(a, b, 16, mask));
        Refusal.Argument("BlockMaskedMM: the inner lengths of shapes [40,33] and [35,33] differ.", () => Mx.BlockMaskedMM(a, Mx.Transpose(b), 32, mask));
        Refusal.Argument("BlockMaskedMM: maskOut has shape [2,2]; blocks of 64 in [40,35] need [..., 1, 1].", () => Mx.BlockMaskedMM(a, b, 64, mask));
        Refusal.Argument("BlockMaskedMM: maskLhs has shape [2]; blocks of 32 in [40,33] need [..., 2, 2].", () => Mx.BlockMaskedMM(a, b, 32, maskLhs: mask[0]));
        Refusal.Argument("BlockMaskedMM: maskRhs is complex64; it must be bool or real.", () => Mx.BlockMaskedMM(a, b, 32, maskRhs: Mx.AsType(mask, DType.Complex64)));
        Refusal.Argument("BlockMaskedMM: shapes [3] and [2] do not broadcast.", () => Mx.BlockMaskedMM(Mx.Zeros((3, 40, 33)), b, 32, Mx.Ones((2, 2, 2), DType.Bool)));
    }

    private static void Same(NDArray expected, NDArray actual) => Assert.True(Mx.AllClose(expected, actual, 1e-10, 1e-12).Item<bool>());
}
