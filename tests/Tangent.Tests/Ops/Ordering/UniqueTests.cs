using Xunit;

namespace Tangent.Tests.Ops.Ordering;

public class UniqueTests
{
    private static readonly NDArray X = Mx.Array(new[,] { { 3, 1, 3 }, { 7, 1, 1 } });

    [Fact]
    public void TheDifferentElements()
    {
        Assert.Equal([1, 3, 7], Mx.Unique(X).ToArray<int>());
        (NDArray values, NDArray counts) = Mx.UniqueCounts(X);
        Assert.Equal([1, 3, 7], values.ToArray<int>());
        Assert.Equal([3, 2, 1], counts.ToArray<int>());
        (values, NDArray inverse) = Mx.UniqueInverse(X);
        Assert.Equal(new[,] { { 1, 0, 1 }, { 2, 0, 0 } }, inverse.ToArray2D<int>());
        Assert.Equal(X.ToArray<int>(), Mx.Take(values, inverse).ToArray<int>());
        Assert.Equal([0, 2, double.NaN], Mx.Unique(Mx.Array([double.NaN, 2, -0.0, double.NaN, 0])).ToArray<double>());
        Assert.Equal([1f, 2, double.NaN], Mx.UniqueCounts(Mx.Array([double.NaN, 2, 1, double.NaN])).Values.ToArray<double>());
        Assert.Equal([true], Mx.Unique(Mx.Ones(3, DType.Bool)).ToArray<bool>());
    }

    [Fact]
    public void OfNothingAndOfOne()
    {
        Assert.Equal(0, Mx.Unique(Mx.Zeros((0, 3))).Size);
        Assert.Equal(0, Mx.UniqueCounts(Mx.Zeros(0)).Counts.Size);
        Assert.Equal([5], Mx.Unique(5).ToArray<int>());
        Assert.Equal(Shape.Scalar, Mx.UniqueInverse(5).Inverse.Shape);
    }
}
