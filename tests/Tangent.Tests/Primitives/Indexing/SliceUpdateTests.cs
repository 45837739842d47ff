using Xunit;

namespace Tangent.Tests.Primitives.Indexing;

public class SliceUpdateTests
{
    private static readonly Region Backwards = new([1, 2], [-1, 1], (2, 2));

    [Fact]
    public void ReplacesElements()
    {
        NDArray x = Mx.Reshape(new[] { 0.0, 1, 2, 3, 4, 5, 6, 7 }, (2, 4));
        NDArray y = SliceUpdate.Of(x, Mx.Reshape(new[] { -1.0, -2, -3, -4 }, (2, 2)), Backwards);
        Assert.Equal([0.0, 1, -3, -4, 4, 5, -1, -2], y.ToArray<double>());
        Assert.Equal([0.0, 1, 2, 3, 4, 5, 6, 7], x.ToArray<double>());
    }

    [Fact]
    public void AnEmptyRegionChangesNothing()
    {
        NDArray x = new[] { 1.0, 2 };
        Assert.Same(x.Node, SliceUpdate.Of(x, System.Array.Empty<double>(), new Region([1], [1], 0)).Node);
    }

    [Fact]
    public void EveryExampleOfAMappedArrayGetsASharedUpdate()
    {
        NDArray batch = Mx.Array(new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } });
        NDArray update = new[] { -1.0 };
        Func<NDArray[], NDArray[]> middle = v => [SliceUpdate.Of(v[0], v[1], new Region([1], [1], 1))];
        Assert.Equal([1.0, -1, 3, 4, -1, 6], Mx.Vmap(middle, [0, null])([batch, update])[0].ToArray<double>());
        Assert.Equal([1.0, -1, 3, 4, -1, 6], Mx.Vmap(middle, [1, null], [1])([batch.T, update])[0].T.ToArray<double>());
        Assert.Equal([7.0, 1, 9, 7, 2, 9], Mx.Vmap(middle, [null, 0])([new[] { 7.0, 8, 9 }, Mx.Array(new[,] { { 1.0 }, { 2 } })])[0].ToArray<double>());
    }

    [Fact]
    public void RefusesAnUpdateOfAnotherShape() =>
        Assert.Throws<ArgumentException>(() => SliceUpdate.Of(new[] { 1.0, 2 }, new[] { 1.0, 2 }, new Region([1], [1], 1)));

    [Fact]
    public void AddsToElements()
    {
        NDArray x = Mx.Reshape(new[] { 0.0, 1, 2, 3, 4, 5, 6, 7 }, (2, 4));
        NDArray y = SliceUpdate.Add(x, Mx.Reshape(new[] { 10.0, 20, 30, 40 }, (2, 2)), Backwards);
        Assert.Equal([0.0, 1, 32, 43, 4, 5, 16, 27], y.ToArray<double>());
        Assert.Equal([0f, 2, 4], SliceUpdate.Add(Mx.Arange(3.0), Mx.Arange(3.0), Region.Full(3)).ToArray<float>());
    }

    [Fact]
    public void APartThatWasWrittenIsReadAsItWasWritten()
    {
        NDArray x = Mx.Zeros((4, 3)), first = Mx.Ones((1, 3)), second = first * 2;
        NDArray y = SliceUpdate.Of(SliceUpdate.Of(x, first, Row(1)), second, Row(2));
        Assert.Same(second.Node, Slice.Of(y, Row(2)).Node);
        Assert.Same(first.Node, Slice.Of(y, Row(1)).Node);
        Assert.IsType<Slice>(Slice.Of(y, Row(3)).Node.Primitive);
        Assert.IsType<Slice>(Slice.Of(SliceUpdate.Of(y, x[.., ..1], Region.Full(y.Shape).With(1, 0, 1)), Row(1)).Node.Primitive);
        Assert.IsType<Slice>(Slice.Of(SliceUpdate.Add(y, first, Row(2)), Row(2)).Node.Primitive);
    }

    private static Region Row(int row) => Region.Full((4, 3)).With(0, row, 1);
}
