using Xunit;

namespace Tangent.Tests.Ops.Reductions;

public class NormTests
{
    private static readonly NDArray Vector = Mx.Array([3.0, 0, -4]);
    private static readonly NDArray Matrix = Mx.Array(new[,] { { 1.0, -2, 3 }, { -4, 5, 6 } });

    [Theory]
    [InlineData(null, 5), InlineData(2.0, 5), InlineData(1.0, 7), InlineData(0.0, 2)]
    [InlineData(double.PositiveInfinity, 4), InlineData(double.NegativeInfinity, 0), InlineData(-1.0, 0)]
    public void OfAVector(double? order, double expected) => Assert.Equal(expected, Mx.Norm(Vector, order).Item<double>(), 12);

    [Theory]
    [InlineData(1.0, 9), InlineData(-1.0, 5), InlineData(double.PositiveInfinity, 15), InlineData(double.NegativeInfinity, 6)]
    public void OfAMatrix(double order, double expected)
    {
        Assert.Equal(expected, Mx.Norm(Matrix, order).Item<double>(), 12);
        Assert.Equal(expected, Mx.Norm(Matrix.T, order, (1, 0)).Item<double>(), 12);
        Assert.Equal((1, 1), Mx.Norm(Matrix, order, keepdims: true).Shape);
    }

    [Fact]
    public void OverAnyAxes()
    {
        Assert.Equal(Math.Sqrt(91), Mx.Norm(Matrix).Item<double>(), 12);
        Assert.Equal([Math.Sqrt(14), Math.Sqrt(77)], Mx.Norm(Matrix, axis: 1).ToArray<double>().Select(x => Math.Round(x, 12)), (x, y) => Math.Abs(x - y) < 1e-9);
        Assert.Equal((2, 1), Mx.Norm(Matrix, 3, 1, true).Shape);
        Assert.Equal(DType.Float32, Mx.Norm(Mx.Array([3, 4])).DType);
        Assert.Equal(5f, Mx.Norm(Mx.Array([new Complex64(0, 3), new Complex64(4, 0)])).Item<float>());
        Assert.Equal(300, (float)Mx.Norm(Mx.Full(9, 100f, DType.Float16)));
    }

    /// <summary>Of the zero vector the derivative is 0, of first and second order; a zero element has the second derivative that it has.</summary>
    [Fact]
    public void TheDerivativeAtZeroIsZero()
    {
        foreach (double order in new[] { 2, 3, 1.5, double.PositiveInfinity })
            Assert.Equal([0.0, 0, 0], Mx.Grad(x => Mx.Norm(x, order))(Mx.Zeros(3, DType.Float64)).ToArray<double>());
        Assert.Equal([0.0, 0], Mx.Jvp((NDArray x) => Mx.Norm(x, axis: 1), Mx.Zeros((2, 3), DType.Float64), Mx.Ones((2, 3), DType.Float64)).Tangents.ToArray<double>());
        Assert.Equal(1 / 5.0, Mx.Hessian(x => Mx.Norm(x))(Vector)[1, 1].Item<double>(), 12);
    }

    [Fact]
    public void OtherNormsAreRefused()
    {
        Refusal.Argument("Norm: order 2 of matrices is a singular value", () => Mx.Norm(Matrix, 2));
        Refusal.Argument("Norm: matrices have norms of the orders 1, -1, ∞ and -∞, not 3.5", () => Mx.Norm(Matrix, 3.5));
        Refusal.Argument("Norm: order 1 is one of vectors or of matrices, not over 3 axes of shape [1,1,1]", () => Mx.Norm(Mx.Ones((1, 1, 1)), 1));
    }
}
