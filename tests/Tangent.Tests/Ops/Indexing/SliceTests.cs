using Xunit;

namespace Tangent.Tests.Ops.Indexing;

/// <summary>Slices and slice updates whose start is an array.</summary>
public class SliceTests
{
    private static NDArray Matrix => Mx.Reshape(Mx.Arange(12), (3, 4));

    [Fact]
    public void StartsAreArraysAlongChosenAxes()
    {
        Assert.Equal([5, 6, 9, 10], Mx.Slice(Matrix, new[] { 1, 1 }, (0, 1), (2, 2)).ToArray<int>());
        Assert.Equal([5, 6, 9, 10], Mx.Slice(Matrix, new[] { -3, -2 }, (-1, 0), (2, 2)).ToArray<int>());
        Assert.Equal([2, 6], Mx.Slice(Matrix, 2, 1, (2, 1)).ToArray<int>());
        Assert.Equal([0, 1, 4, 5], Mx.Slice(Matrix, Mx.Zeros(0, DType.Int32), Axes.Create([]), (2, 2)).ToArray<int>());
    }

    [Fact]
    public void AStartMayDependOnValues()
    {
        NDArray x = new[] { 1.0, 7, 3 };
        Assert.Equal([7.0, 3], Mx.Compile(v => [Mx.Slice(v[0], Mx.ArgMax(v[0]), 0, 2)])([x])[0].ToArray<double>());
        NDArray starts = Mx.Reshape(new[] { 1, 0 }, (2, 1));
        Assert.Equal([7.0, 3, 1, 7], Mx.Vmap(v => [Mx.Slice(x, v[0], 0, 2)])([starts])[0].ToArray<double>());
    }

    [Fact]
    public void UpdatesTakeTheTypeOfTheArrayAndMayHaveFewerAxes()
    {
        NDArray y = Mx.SliceUpdate(Matrix, new[] { 1.5, 2.5 }, new[] { 1, 2 }, (0, 1));
        Assert.Equal([0, 1, 2, 3, 4, 5, 1, 2, 8, 9, 10, 11], y.ToArray<int>());
    }

    [Fact]
    public void EmptyPartsNeedNoPlace()
    {
        Assert.Equal((0, 4), Mx.Slice(Mx.Zeros((0, 4)), 5, 0, (0, 4)).Eval().Shape);
        Assert.Equal(Matrix.ToArray<int>(), Mx.SliceUpdate(Matrix, Mx.Zeros((0, 4)), 1, 0).ToArray<int>());
    }

    [Fact]
    public void ArgumentsThatDoNotFitAreRefused()
    {
        Refused("Slice: the start indices have shape [2], for 1 axes [0]", () => Mx.Slice(Matrix, new[] { 1, 1 }, 0, (1, 1)));
        Refused("Slice: the indices are float32", () => Mx.Slice(Matrix, new[] { 1f }, 0, (1, 1)));
        Refused("Slice: the slice size [1] has another number of axes than shape [3,4]", () => Mx.Slice(Matrix, 0, 0, 1));
        Refused("Slice: a slice of size [1,5] does not lie within shape [3,4]", () => Mx.Slice(Matrix, 0, 0, (1, 5)));
        Refused("Slice: a slice of size [1,-1] does not lie within shape [3,4]", () => Mx.Slice(Matrix, 0, 0, (1, -1)));
        Refused("Slice: axis 2 is out of range", () => Mx.Slice(Matrix, 0, 2, (1, 1)));
        Refused("Slice: axis 1 is given twice", () => Mx.Slice(Matrix, new[] { 0, 0 }, (1, -1), (1, 1)));
        Refused("SliceUpdate: the update has shape [1,1,1]", () => Mx.SliceUpdate(Matrix, Mx.Zeros((1, 1, 1)), 0, 0));
        Refused("SliceUpdate: a slice of size [1,5] does not lie within shape [3,4]", () => Mx.SliceUpdate(Matrix, Mx.Zeros(5), 0, 0));

        static void Refused(string message, Func<NDArray> call) =>
            Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
    }
}
