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
}
