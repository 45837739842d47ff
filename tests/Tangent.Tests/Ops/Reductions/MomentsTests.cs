using Xunit;

namespace Tangent.Tests.Ops.Reductions;

public class MomentsTests
{
    private static NDArray X => Mx.Array(new[,] { { 1.0, 2, 3 }, { 4, 6, 8 } });

    [Fact]
    public void Means()
    {
        Assert.Equal([2.0, 6], Mx.Mean(X, 1).ToArray<double>());
        Assert.Equal((1, 1), Mx.Mean(X, keepdims: true).Shape);
        Assert.Equal(1.5f, Mx.Mean(Mx.Array(new[] { 1, 2 })).Item<float>());
        Assert.Equal(0.5f, Mx.Mean(Mx.Array(new[] { true, false })).Item<float>());
        Assert.Equal([float.NaN, float.NaN], Mx.Mean(Mx.Zeros((2, 0)), 1).ToArray<float>());
    }

    [Fact]
    public void MeansOfManyHalvesNeitherOverflowNorStall()
    {
        Assert.Equal((Half)3, Mx.Mean(Mx.Full(100_000, 3, DType.Float16)).Item<Half>());
        Assert.Equal((BFloat16)3f, Mx.Mean(Mx.Full(100_000, 3, DType.BFloat16)).Item<BFloat16>());
    }

    [Fact]
    public void Variances()
    {
        Assert.Equal([2 / 3.0, 8 / 3.0], Mx.Var(X, 1).ToArray<double>(), (x, y) => Math.Abs(x - y) < 1e-15);
        Assert.Equal([1.0, 4], Mx.Var(X, 1, ddof: 1).ToArray<double>());
        Assert.Equal([1.0, 2], Mx.Std(X, 1, ddof: 1).ToArray<double>());
        Assert.Equal(0.0, Mx.Var(Mx.Array(3.0, DType.Float64)).Item<double>());
        Assert.Equal([double.NaN, double.NaN], Mx.Var(Mx.Ones((2, 1), DType.Float64), 1, ddof: 1).ToArray<double>());
        Assert.Equal(double.PositiveInfinity, Mx.Var(X, ddof: 9).Item<double>());
        Assert.Equal(1f, Mx.Var(Mx.Array(new Complex64[] { new(0, 1), new(0, -1) })).Item<float>());
        Assert.Equal(0f, (float)Mx.Std(Mx.Full(10, 60000, DType.Float16)).Item<Half>());
    }
}
