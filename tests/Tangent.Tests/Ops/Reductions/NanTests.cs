using Xunit;

namespace Tangent.Tests.Ops.Reductions;

public class NanTests
{
    private static readonly NDArray X = Mx.Array(new[,] { { 1, double.NaN, 4 }, { double.NaN, double.NaN, double.NaN }, { 2, 3, 7 } });

    [Fact]
    public void WhatIsNaNIsLeftOut()
    {
        Assert.Equal([5.0, 0, 12], Mx.NanSum(X, 1).ToArray<double>());
        Assert.Equal([4.0, 1, 42], Mx.NanProd(X, 1).ToArray<double>());
        Assert.Equal([2.5, double.NaN, 4], Mx.NanMean(X, 1).ToArray<double>());
        Assert.Equal([4.0, double.NaN, 7], Mx.NanMax(X, 1).ToArray<double>());
        Assert.Equal([1.0, double.NaN, 2], Mx.NanMin(X, 1).ToArray<double>());
        Assert.Equal([2.25, double.NaN, 14.0 / 3], Mx.NanVar(X, 1).ToArray<double>());
        Assert.Equal([4.5, double.NaN, 7], Mx.NanVar(X, 1, ddof: 1).ToArray<double>());
        Assert.Equal(1.5, Mx.NanStd(X[0]).Item<double>());
        Assert.Equal(double.NaN, Mx.NanVar(Mx.Array([1, double.NaN]), ddof: 1).Item<double>());
        Assert.Equal(3, Mx.NanMax(Mx.Array([1, 3, 2])).Item<int>());
    }

    [Fact]
    public void InfinitiesAreNumbers()
    {
        NDArray x = Mx.Array([double.NegativeInfinity, double.NaN]);
        Assert.Equal(double.NegativeInfinity, Mx.NanMax(x).Item<double>());
        Assert.Equal(double.NegativeInfinity, Mx.NanMean(x).Item<double>());
        Assert.Equal(7, Mx.NanSum(Mx.Array([3, 4])).Item<int>());
    }

    [Fact]
    public void WhatIsNaNHasNoGradient() => Assert.Equal([0.5, 0, 0.5], Mx.Grad(x => Mx.NanMean(x))(X[0]).ToArray<double>());
}
