using Xunit;

namespace Tangent.Kernels.Tests;

public class FreeListTests
{
    private readonly FreeList list = new();

    [Fact]
    public void The_block_freed_last_is_taken_first()
    {
        Push(1, 2, 3);
        Assert.Equal([3, 2, 1], Pop(3));
        Assert.False(list.TryPop(0, out _));
    }

    [Fact]
    public void The_surplus_is_what_nobody_needed_since_it_was_taken_away_last()
    {
        Push(1, 2, 3, 4);
        Assert.Equal(0, list.Surplus); // an empty list had none to spare
        Assert.Empty(list.EvictSurplus());
        Assert.Equal(4, list.Surplus);
        nint[] taken = Pop(3);
        Push(taken);
        Push(5);
        Assert.Equal(1, list.Surplus);
        Assert.Equal([1], list.EvictSurplus());
        Assert.Equal([5, 2, 3, 4], Pop(4));
        Assert.True(list.IsEmpty);
        Assert.Equal(0, list.Surplus);
    }

    private void Push(params nint[] blocks) => Array.ForEach(blocks, block => list.Push(block, 0));

    private nint[] Pop(int count) => [.. Enumerable.Range(0, count).Select(_ => list.TryPop(0, out nint block) ? block : 0)];
}
