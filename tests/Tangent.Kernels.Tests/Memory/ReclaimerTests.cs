using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Kernels.Tests;

/// <summary>When a pool looks for dropped blocks. Other tests that run meanwhile may collect too, which only finds more.</summary>
public class ReclaimerTests
{
    private const long Mebi = 1 << 20;

    private readonly BufferPool pool = new(memoryLimit: 1L << 30, cacheLimit: 1L << 30, fewestBytes: 8 * Mebi);

    [Fact]
    public void A_collection_is_due_after_an_evaluation_that_took_half_of_the_distance()
    {
        PooledBuffer small = pool.Take(Mebi);
        Assert.False(pool.EndEvaluation());
        PooledBuffer[] more = [pool.Take(2 * Mebi), pool.Take(3 * Mebi)];
        Assert.True(pool.EndEvaluation());
        pool.CollectIfDue();
        Assert.Equal(1, pool.Collections);
        Assert.False(pool.EndEvaluation());
        pool.CollectIfDue();
        Assert.Equal(1, pool.Collections);
        Array.ForEach([small, .. more], buffer => buffer.Release());
    }

    [Fact]
    public void What_was_held_until_it_was_old_is_found_before_memory_grows()
    {
        HoldForAWhile(12);
        List<PooledBuffer> next = [.. Enumerable.Range(0, 12).Select(_ => pool.Take(Mebi))];
        Assert.Equal(12, pool.FreshBlocks);
        next.ForEach(buffer => buffer.Release());
    }

    [Fact]
    public void A_program_that_keeps_everything_is_seldom_searched()
    {
        var held = new List<PooledBuffer>();
        for (int i = 0; i < 512; i++)
        {
            held.Add(pool.Take(Mebi));
            if (pool.EndEvaluation())
                pool.CollectIfDue();
        }
        // One for each 8 MB, and a few full ones.
        Assert.InRange(pool.Collections, 8, 100);
        held.ForEach(buffer => buffer.Release());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HoldForAWhile(int count)
    {
        List<PooledBuffer> held = [.. Enumerable.Range(0, count).Select(_ => pool.Take(Mebi))];
        pool.CollectYoung();
        pool.CollectYoung();
        GC.KeepAlive(held);
    }
}
