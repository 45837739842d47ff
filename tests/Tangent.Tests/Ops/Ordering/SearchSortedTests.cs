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
            Assert.Equal(values.Select(value => sorted.Count(item => item < value)), Mx.SearchSorted(sorted, values).ToArray<uint>().Select(place => (int)place));
            Assert.Equal(values.Select(value => sorted.Count(item => item <= value)), Mx.SearchSorted(sorted, values, SearchSide.Right).ToArray<uint>().Select(place => (int)place));
        }
    }

    [Fact]
    public void NaNIsLargest()
    {
        NDArray sorted = Mx.Array([1, 2, double.NaN]);
        Assert.Equal([0, 2, 2, 2], Mx.SearchSorted(sorted, Mx.Array([1, double.PositiveInfinity, double.NaN, 3])).ToArray<uint>().Select(place => (int)place));
        Assert.Equal([1, 2, 3], Mx.SearchSorted(sorted, Mx.Array([1, double.PositiveInfinity, double.NaN]), SearchSide.Right).ToArray<uint>().Select(place => (int)place));
        Assert.Equal((2, 3), Mx.SearchSorted(sorted, Mx.Ones((2, 3))).Shape);
        Refusal.Argument("SearchSorted: the sorted array is float32[2,2]", () => Mx.SearchSorted(Mx.Ones((2, 2)), 1));
    }
}
