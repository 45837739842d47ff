using Xunit;

namespace Tangent.Tests.Ops.Ordering;

public class SearchSortedTests
{
    [Fact]
    public void AgreesWithCountingForAnyLength()
    {
        for (int length = 0; length < 20; length++)
        {
            int[] sorted = [.. Enumerable.Range(0, length).Select(i => i / 2 * 2)];
            int[] values = [.. Enumerable.Range(-2, length + 4)];
            Assert.Equal(values.Select(value => sorted.Count(item => item < value)), Mx.SearchSorted(sorted, values).ToArray<int>());
            Assert.Equal(values.Select(value => sorted.Count(item => item <= value)), Mx.SearchSorted(sorted, values, right: true).ToArray<int>());
        }
    }

    [Fact]
    public void NaNIsLargest()
    {
        NDArray sorted = Mx.Array([1, 2, double.NaN]);
        Assert.Equal([0, 2, 2, 2], Mx.SearchSorted(sorted, Mx.Array([1, double.PositiveInfinity, double.NaN, 3])).ToArray<int>());
        Assert.Equal([1, 2, 3], Mx.SearchSorted(sorted, Mx.Array([1, double.PositiveInfinity, double.NaN]), right: true).ToArray<int>());
        Assert.Equal((2, 3), Mx.SearchSorted(sorted, Mx.Ones((2, 3))).Shape);
        Refusal.Argument("SearchSorted: the sorted array is float32[2,2]", () => Mx.SearchSorted(Mx.Ones((2, 2)), 1));
    }
}
