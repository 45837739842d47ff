using Xunit;

namespace Tangent.Tests.Primitives.Reductions;

public class ProdTests
{
    [Fact]
    public void Values()
    {
        Assert.Equal([6.0, 20], Mx.Prod(Mx.Array(new[,] { { 1.0, 2, 3 }, { 4, 5, 1 } }), 1).ToArray<double>());
        Assert.Equal([1f, 1], Mx.Prod(Mx.Zeros((2, 0)), 1).ToArray<float>());
        Assert.Equal(-8, Mx.Prod(Mx.Array(new sbyte[] { -2, 4 })).Item<int>());
        Assert.Equal(1u, Mx.Prod(Mx.Array(System.Array.Empty<byte>())).Item<uint>());
    }

    [Theory]
    [InlineData(new[] { 2.0, 0, 3, 4 }, new[] { 0.0, 24, 0, 0 })]
    [InlineData(new[] { 2.0, 0, 0, 4, 5 }, new[] { 0.0, 0, 0, 0, 0 })]
    [InlineData(new[] { 7.0 }, new[] { 1.0 })]
    [InlineData(new[] { 2.0, 3, 5, 7, 1 }, new[] { 105.0, 70, 42, 30, 210 })]
    public void GradientWhereFactorsAreZero(double[] x, double[] gradient) =>
        Assert.Equal(gradient, Mx.Vjp(v => [Mx.Prod(v[0])], [x], [Mx.Array(1.0, DType.Float64)]).Cotangents[0].ToArray<double>());

    [Fact]
    public void SecondDerivativeWhereTwoFactorsAreZero()
    {
        NDArray x = new[] { 2.0, 0, 0, 5 };
        NDArray[] Gradient(NDArray[] v) => Mx.Vjp(w => [Mx.Prod(w[0])], v, [Mx.Array(1.0, DType.Float64)]).Cotangents;
        Assert.Equal([0.0, 0, 10, 0], Mx.Jvp(Gradient, [x], [new[] { 0.0, 1, 0, 0 }]).Tangents[0].ToArray<double>());
        Assert.Equal([0.0, 0, 10, 0], Mx.Vjp(Gradient, [x], [new[] { 0.0, 1, 0, 0 }]).Cotangents[0].ToArray<double>());
    }

    [Fact]
    public void AnEmptyProductHasNoDerivative() =>
        Assert.Equal([0.0, 0], Mx.Jvp(v => [Mx.Prod(v[0], 1)], [Mx.Zeros((2, 0), DType.Float64)], [Mx.Zeros((2, 0), DType.Float64)]).Tangents[0].ToArray<double>());
}
