using System.Diagnostics;
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
        Assert.InRange(pool.Collections, 1, int.MaxValue);
        Assert.False(pool.EndEvaluation());
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
        // At most one for each 8 MB, fewer where they take long, and a few full ones.
        Assert.InRange(pool.Collections, 1, 100);
        held.ForEach(buffer => buffer.Release());
    }

    [Fact]
    public void What_the_runtime_finds_of_its_own_accord_is_taken_back()
    {
        pool.SetForcedCollections(false);
        HoldForAWhile(12);
        TimeSpan spent = pool.CollectionTime;
        GC.Collect();
        Assert.Equal(12 * Mebi, pool.ActiveBytes);
        Assert.True(pool.EndEvaluation());
        pool.CollectIfDue();
        Assert.Equal((0, 12 * Mebi), (pool.ActiveBytes, pool.CachedBytes));
        Assert.Equal(spent, pool.CollectionTime);
    }

    [Fact]
    public void Where_the_host_wants_no_collections_there_are_some_at_the_limit_only()
    {
        Assert.True(pool.SetForcedCollections(false));
        pool.SetMemoryLimit(64 * Mebi);
        for (int i = 0; i < 200; i++)
        {
            DropOne();
            if (pool.EndEvaluation())
                pool.CollectIfDue();
            Assert.InRange(pool.ActiveBytes + pool.CachedBytes, 1, 64 * Mebi);
        }
        Assert.False(pool.SetForcedCollections(true));
    }

    [Fact]
    public void Blocks_that_no_evaluation_needs_go_back_unless_a_cache_limit_is_set()
    {
        PooledBuffer[] spike = [.. Enumerable.Range(0, 100).Select(_ => pool.Take(Mebi))];
        Array.ForEach(spike, buffer => buffer.Release());
        long much = Stopwatch.GetTimestamp() + 100 * Stopwatch.Frequency;
        pool.GiveBackSurplus(much); // from here on it is seen what is needed
        pool.Take(Mebi).Release();
        pool.Take(3 * Mebi).Release();
        Assert.Equal(103 * Mebi, pool.CachedBytes);
        pool.GiveBackSurplus(much); // no time has passed
        Assert.Equal(103 * Mebi, pool.CachedBytes);
        pool.GiveBackSurplus(2 * much);
        Assert.Equal(4 * Mebi, pool.CachedBytes);
        long former = pool.SetCacheLimit(512 * Mebi);
        for (int i = 0; i < 3 * SurplusPolicy.Evaluations; i++)
            pool.EndEvaluation();
        Assert.Equal(4 * Mebi, pool.CachedBytes);
        Assert.Equal(512 * Mebi, pool.SetCacheLimit(former));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DropOne() => pool.Take(4 * Mebi);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HoldForAWhile(int count)
    {
        List<PooledBuffer> held = [.. Enumerable.Range(0, count).Select(_ => pool.Take(Mebi))];
        pool.CollectYoung();
        pool.CollectYoung();
        GC.KeepAlive(held);
    }
}
