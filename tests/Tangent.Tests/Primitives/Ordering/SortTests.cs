using Xunit;

namespace Tangent.Tests.Primitives.Ordering;

public class SortTests
{
    private static NDArray X => Mx.Array(new[,] { { 3.0, double.NaN, -1 }, { 2, 5, 4 } });

    [Fact]
    public void Values()
    {
        Assert.Equal([-1.0, 3, double.NaN, 2, 4, 5], Mx.Sort(X).ToArray<double>());
        Assert.Equal([2.0, 5, -1, 3, double.NaN, 4], Mx.Sort(X, 0).ToArray<double>());
        Assert.Equal([-1.0, 2, 3, 4, 5, double.NaN], Mx.Sort(X, null).ToArray<double>());
        Assert.Equal((2, 0), Mx.Sort(Mx.Zeros((2, 0))).Shape);
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.Sort(X, 2));
    }

    [Fact]
    public void PlacesPutNaNLastAndKeepTheOrderOfEquals()
    {
        Assert.Equal([2u, 0, 1, 0, 2, 1], Mx.ArgSort(X).ToArray<uint>());
        Assert.Equal([1u, 3, 0, 2], Mx.ArgSort(new[] { 2.0, 1, 2, 1 }).ToArray<uint>());
        Assert.Equal([3.0, double.NaN, 4, 5], Mx.TopK(X, 2).ToArray<double>());
        Assert.Equal((2, 0), Mx.ArgSort(Mx.Zeros((2, 0))).Eval().Shape);
        Assert.Equal((0, 2), Mx.ArgSort(Mx.Zeros((0, 2)), 0).Eval().Shape);
    }

    [Fact]
    public void TangentsMoveWithTheirElements()
    {
        NDArray x = new[] { 2.0, 1, 2 };
        NDArray tangent = new[] { 10.0, 20, 30 };
        Assert.Equal([20.0, 10, 30], Mx.Jvp(v => [Mx.Sort(v[0])], [x], [tangent]).Tangents[0].ToArray<double>());
        Assert.Equal([20.0, 10, 30], Mx.Vjp(v => [Mx.Sort(v[0])], [x], [tangent]).Cotangents[0].ToArray<double>());
    }
}
