using Xunit;

namespace Tangent.Tests.Ops.Reductions;

public class QuantileTests
{
    private static readonly NDArray X = Mx.Array(new[,] { { 4.0, 1, 3, 2 }, { 10, 40, 20, 30 } });

    [Fact]
    public void BetweenElementsItLiesOnTheLine()
    {
        Assert.Equal([1.75, 17.5], Mx.Quantile(X, 0.25, 1).ToArray<double>());
        Assert.Equal([[1.0, 10], [2.5, 25], [4, 40]], Rows(Mx.Quantile(X, new[] { 0, 0.5, 1 }, 1)));
        Assert.Equal([2.5, 25], Mx.Median(X, 1).ToArray<double>());
        Assert.Equal(7, Mx.Quantile(X, 0.5).Item<double>());
        Assert.Equal(Mx.Quantile(X, 0.3).Item<double>(), Mx.Percentile(X, 30).Item<double>(), 12);
        Assert.Equal((2, 2, 1), Mx.Quantile(X, new[] { 0.1, 0.2 }, 1, keepdims: true).Shape);
        Assert.Equal(DType.Float32, Mx.Quantile(Mx.Array([1, 2]), 0.5).DType);
    }

    [Fact]
    public void NaNIsNaNUnlessLeftOut()
    {
        NDArray x = Mx.Array(new[,] { { double.NaN, 1, 3, 2 }, { double.NaN, double.NaN, double.NaN, double.NaN } });
        Assert.Equal([double.NaN, double.NaN], Mx.Quantile(x, 0.5, 1).ToArray<double>());
        Assert.Equal([2, double.NaN], Mx.NanMedian(x, 1).ToArray<double>());
        Assert.Equal([1.5, double.NaN], Mx.NanQuantile(x, 0.25, 1).ToArray<double>());
        Assert.Equal([double.NaN, 2.5], Mx.Quantile(X[0], new[] { 1.5, 0.5 }).ToArray<double>());
    }

    [Fact]
    public void InfinitiesAreElements()
    {
        NDArray x = Mx.Array([double.NegativeInfinity, 0, double.PositiveInfinity]);
        Assert.Equal([double.NegativeInfinity, 0, double.PositiveInfinity], Mx.Quantile(x, new[] { 0, 0.5, 1 }).ToArray<double>());
        Assert.Equal(double.PositiveInfinity, Mx.Quantile(Mx.Array([1, double.PositiveInfinity, double.PositiveInfinity]), 0.75).Item<double>());
    }

    [Fact]
    public void NothingHasNoQuantile()
    {
        Refusal.Argument("Quantile: shape [2,0] has no elements along axes [1]", () => Mx.Quantile(Mx.Zeros((2, 0)), 0.5, 1));
        Refusal.Argument("Percentile: x is complex64", () => Mx.Percentile(Mx.Array([new Complex64(1, 1)]), 50));
    }

    private static double[][] Rows(NDArray x) => [.. x.AsEnumerable().Select(row => row.ToArray<double>())];
}
