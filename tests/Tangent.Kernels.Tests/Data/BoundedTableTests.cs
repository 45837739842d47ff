using Xunit;

namespace Tangent.Kernels.Tests.Data;

public class BoundedTableTests
{
    [Fact]
    public void KeepsTheFirstValueOfAKey()
    {
        var table = new BoundedTable<int, string>(4);
        Assert.False(table.TryGet(1, out _));
        Assert.Equal("one", table.Add(1, "one"));
        Assert.Equal("one", table.Add(1, "another"));
        Assert.True(table.TryGet(1, out string? value));
        Assert.Equal("one", value);
    }

    [Fact]
    public void StartsAfreshBeyondItsLimit()
    {
        var table = new BoundedTable<int, int>(4);
        for (int i = 0; i < 5; i++)
            table.Add(i, i);
        Assert.Equal([4], Enumerable.Range(0, 5).Where(i => table.TryGet(i, out _)));
    }

    [Fact]
    public void ManyThreadsStayWithinTheLimitRoughly()
    {
        var table = new BoundedTable<int, int>(100);
        Parallel.For(0, 10_000, i => Assert.Equal(i, table.Add(i, i)));
        Assert.InRange(Enumerable.Range(0, 10_000).Count(i => table.TryGet(i, out _)), 0, 200);
    }
}
