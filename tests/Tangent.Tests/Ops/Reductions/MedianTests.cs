using Xunit;

namespace Tangent.Tests.Ops.Reductions;

public class MedianTests
{
    private static NDArray X => Mx.Array(new[,] { { 3.0, 1, 2 }, { 4, 8, 6 } });

    [Fact]
    public void TheMeanOfTheMiddleNeitherUnderflowsNorOverflows()
    {
        Assert.Equal(float.Epsilon, Mx.Median(new[] { float.Epsilon, float.Epsilon }).Item<float>());
        Assert.Equal(double.Epsilon, Mx.Median(new[] { double.Epsilon, double.Epsilon }).Item<double>());
        Assert.Equal(Half.Epsilon, Mx.Median(new[] { Half.Epsilon, Half.Epsilon }).Item<Half>());
        Assert.Equal(-float.MaxValue, Mx.Median(new[] { -float.MaxValue, -float.MaxValue }).Item<float>());
        Assert.Equal(0f, Mx.Median(new[] { -float.MaxValue, float.MaxValue }).Item<float>());
    }

    [Fact]
    public void Values()
    {
        Assert.Equal([2.0, 6], Mx.Median(X, 1).ToArray<double>());
        Assert.Equal([3.5, 4.5, 4], Mx.Median(X, 0).ToArray<double>());
        Assert.Equal(3.5, Mx.Median(X).Item<double>());
        Assert.Equal((1, 1), Mx.Median(X, keepdims: true).Shape);
        Assert.Equal(1.5f, Mx.Median(new[] { 2, 1 }).Item<float>());
        Assert.Equal(3f, Mx.Median(Mx.Array(3)).Item<float>());
        Assert.Equal([double.NaN, 2], Mx.Median(Mx.Array(new[,] { { double.NaN, 1, 0 }, { 1, 2, 3 } }), 1).ToArray<double>());
        Assert.Equal(float.MaxValue, Mx.Median(Mx.Full(2, float.MaxValue)).Item<float>());
        Assert.Equal(double.PositiveInfinity, Mx.Median(new[] { 1, double.PositiveInfinity }).Item<double>());
    }

    [Fact]
    public void NothingHasNoMedian()
    {
        Assert.Throws<ArgumentException>(() => Mx.Median(Mx.Zeros((2, 0)), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.Median(X, 2));
    }
}
