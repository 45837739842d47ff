using Xunit;

namespace Tangent.Tests.Ops.Ordering;

public class HistogramTests
{
    [Fact]
    public void CountsBetweenEdges()
    {
        (NDArray counts, NDArray edges) = Mx.Histogram(Mx.Array([1.0, 2, 1, 4, 5, double.NaN]), 4);
        Assert.Equal([2, 1, 0, 2], counts.ToArray<int>());
        Assert.Equal([1.0, 2, 3, 4, 5], edges.ToArray<double>());
        Assert.Equal([1, 2], Mx.Histogram(Mx.Array([-1f, 0, 1, 1.5f, 2.5f]), 2, (0, 2)).Counts.ToArray<int>());
        Assert.Equal([2, 3], Mx.Histogram(Mx.Array([0, 1, 2, 3, 4]), Mx.Array([0.0, 1.5, 4])).Counts.ToArray<int>());
        Assert.Equal([1.5f, 4], Mx.Histogram(Mx.Array([0f, 1, 1]), 2, weights: Mx.Array([1.5f, 1, 3])).Counts.ToArray<float>());
        Assert.Equal([0.25f, 0.75f], Mx.Histogram(Mx.Array([0f, 2, 2, 1]), 2, density: true).Counts.ToArray<float>());
    }

    [Fact]
    public void OnePointAndNothingHaveBinsToo()
    {
        Assert.Equal([2.5f, 3.5f], Mx.Histogram(Mx.Array([3f, 3]), 1).Edges.ToArray<float>());
        Assert.Equal([0, 0], Mx.Histogram(Mx.Zeros(0), 2).Counts.ToArray<int>());
    }

    [Fact]
    public void WhatIsNoHistogramIsRefused()
    {
        Refusal.Argument("Histogram: 0 bins cannot be.", () => Mx.Histogram(Mx.Ones(2), 0));
        Refusal.Argument("Histogram: from 1.5 to 1 is no range.", () => Mx.Histogram(Mx.Ones(2), 3, (1.5, 1)));
        Refusal.Argument("Histogram: edges of shape [1]", () => Mx.Histogram(Mx.Ones(2), Mx.Ones(1)));
        Refusal.Argument("Histogram: the weights have shape [3], the array has [2].", () => Mx.Histogram(Mx.Ones(2), 3, weights: Mx.Ones(3)));
    }

    [Fact]
    public void ItCanBeMappedAndCompiled()
    {
        NDArray rows = Mx.Random.Normal((5, 40), key: Mx.Random.Key(1));
        Func<NDArray, NDArray> count = row => Mx.Histogram(row, 6, (-2, 2)).Counts;
        NDArray[] expected = [.. rows.AsEnumerable().Select(count)];
        Assert.Equal(Mx.Stack(expected).ToArray<int>(), Mx.Vmap(v => [count(v[0])])([rows])[0].ToArray<int>());
        Assert.Equal(expected[0].ToArray<int>(), Mx.Compile(count)(rows[0]).ToArray<int>());
    }
}
