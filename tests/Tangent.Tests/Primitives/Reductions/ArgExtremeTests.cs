using Xunit;

namespace Tangent.Tests.Primitives.Reductions;

public class ArgExtremeTests
{
    private static NDArray X => Mx.Array(new[,] { { 3.0, -1, 3 }, { 2, 5, double.NaN } });

    [Fact]
    public void Places()
    {
        Assert.Equal([0u, 2], Mx.ArgMax(X, 1).ToArray<uint>());
        Assert.Equal([1u, 0, 1], Mx.ArgMin(X, 0).ToArray<uint>());
        Assert.Equal(5u, Mx.ArgMax(X).Item<uint>());
        Assert.Equal((1, 1), Mx.ArgMin(X, keepdims: true).Shape);
        Assert.Equal((2, 1), Mx.ArgMin(X, -1, keepdims: true).Shape);
        Assert.Throws<ArgumentException>(() => Mx.ArgMax(Mx.Zeros((2, 0)), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.ArgMax(X, 2));
    }

    [Fact]
    public void TheFirstNaNIsThePlaceOfTheValue()
    {
        foreach (DType dtype in new[] { DType.Float16, DType.BFloat16, DType.Float32, DType.Float64 })
        {
            NDArray x = Mx.AsType(new[] { 1, double.NaN, 3, double.NaN, -2 }, dtype);
            Assert.True(double.IsNaN(Mx.AsType(x[Mx.ArgMax(x)], DType.Float64).Item<double>()) && double.IsNaN(Mx.AsType(Mx.Max(x), DType.Float64).Item<double>()));
            Assert.Equal(1u, Mx.ArgMax(x).Item<uint>());
            Assert.Equal(1u, Mx.ArgMin(x).Item<uint>());
        }
    }

    [Fact]
    public void BatchesAreSearchedApart()
    {
        NDArray y = Mx.Vmap(v => [Mx.ArgMax(v[0], 1)], [1])([Mx.Array(new[, ,] { { { 1, 2 }, { 4, 3 } }, { { 6, 5 }, { 7, 8 } } })])[0];
        Assert.Equal([1u, 0, 0, 1], y.ToArray<uint>());
    }

    [Fact]
    public void TheDerivativeIsZero() =>
        Assert.Equal([0.0, 0], Mx.Jvp(v => [Mx.AsType(Mx.ArgMax(v[0], 1), DType.Float64)], [X], [X]).Tangents[0].ToArray<double>());
}
