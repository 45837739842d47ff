using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Ops.Products;

public class HadamardTransformTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(12)]
    [InlineData(20)]
    [InlineData(28)]
    [InlineData(56)]
    [InlineData(64)]
    [InlineData(256)]
    public void TheMatrixIsOfSignsAndOrthogonal(int size)
    {
        NDArray matrix = Mx.HadamardTransform(Mx.Eye(size), 1);
        Assert.All(matrix.ToArray<float>(), sign => Assert.True(sign is 1 or -1));
        Assert.Equal((size * Mx.Eye(size)).ToArray<float>(), Mx.MatMul(matrix, Mx.Transpose(matrix)).ToArray<float>());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(512)]
    public void OfAPowerOfTwoItIsSylvesters(int size)
    {
        NDArray matrix = Mx.Array(new[] { 1.0 });
        matrix = Mx.Reshape(matrix, (1, 1));
        while (matrix.Shape[0] < size)
            matrix = Mx.Kron(Mx.Array(new double[,] { { 1, 1 }, { 1, -1 } }), matrix);
        NDArray x = Samples.Numbers((3, size));
        Assert.True(Mx.AllClose(Mx.MatMul(x, matrix) / Math.Sqrt(size), Mx.HadamardTransform(x), 1e-12, 1e-12).Item<bool>());
    }

    [Theory]
    [InlineData(20)]
    [InlineData(4096)]
    [InlineData(28 * 128)]
    public void ItKeepsLengthsAlsoInSixteenBits(int size)
    {
        NDArray x = Mx.Random.Normal((2, size), key: Mx.Random.Key(1)), norms = Mx.Sum(Mx.Square(x), -1);
        Assert.True(Mx.AllClose(norms, Mx.Sum(Mx.Square(Mx.HadamardTransform(x)), -1), 1e-4).Item<bool>());
        NDArray half = Mx.HadamardTransform(Mx.Full((1, size), 2000, DType.Float16));
        Assert.Equal(DType.Float16, half.DType);
        Assert.True(Mx.All(Mx.IsFinite(half / 2)).Item<bool>() || size > 1024);
    }

    [Fact]
    public void LengthsWithoutAMatrixAreRefused()
    {
        Refusal.Argument("HadamardTransform: the last axis of shape [2,6] must have a length of m·2ᵏ with m of 1, 12, 20 or 28.", () => Mx.HadamardTransform(Mx.Ones((2, 6))));
        Refusal.Argument("HadamardTransform: the last axis of shape [] must", () => Mx.HadamardTransform(1.0));
        Assert.Equal(new Shape([0, 8]), Mx.HadamardTransform(Mx.Ones((0, 8))).Shape);
    }
}
