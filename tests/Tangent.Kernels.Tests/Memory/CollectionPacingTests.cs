using System.Diagnostics;
using Xunit;

namespace Tangent.Kernels.Tests;

public class CollectionPacingTests
{
    private const long Mebi = 1 << 20;

    [Fact]
    public void Collections_that_find_nothing_become_rare()
    {
        var pacing = new CollectionPacing(4 * Mebi);
        long active = 0, collections = 0;
        for (; active < 250 * Mebi; active += Mebi)
        {
            if (active < pacing.Threshold)
                continue;
            long now = Stopwatch.GetTimestamp();
            pacing.AfterYoung(now, now, active, active);
            collections++;
        }
        Assert.InRange(collections, 3, 6);
    }

    [Fact]
    public void Collections_that_cost_little_and_find_much_stay_frequent()
    {
        var pacing = new CollectionPacing(4 * Mebi);
        for (int i = 1; i <= 10; i++)
        {
            long end = Stopwatch.GetTimestamp() + i * Stopwatch.Frequency;
            pacing.AfterYoung(end - Stopwatch.Frequency / 1000, end, 8 * Mebi, 2 * Mebi);
        }
        Assert.Equal(6 * Mebi, pacing.Threshold);
    }

    [Fact]
    public void A_distance_that_was_doubled_comes_back_where_collections_take_a_tenth()
    {
        var pacing = new CollectionPacing(4 * Mebi);
        long now = Stopwatch.GetTimestamp();
        pacing.AfterYoung(now, now, 6 * Mebi, 6 * Mebi);
        Assert.Equal(14 * Mebi, pacing.Threshold);
        pacing.AfterYoung(now + 900, now + 1_000, 14 * Mebi, 2 * Mebi);
        Assert.Equal(6 * Mebi, pacing.Threshold);
    }

    [Fact]
    public void A_full_collection_waits_until_what_lives_has_doubled()
    {
        var pacing = new CollectionPacing(4 * Mebi);
        Assert.False(pacing.IsFullDue(250 * Mebi));
        Assert.True(pacing.IsFullDue(260 * Mebi));
        pacing.AfterFull(Stopwatch.GetTimestamp(), 200 * Mebi, 0);
        Assert.False(pacing.IsFullDue(390 * Mebi));
        Assert.True(pacing.IsFullDue(410 * Mebi));
    }

    [Fact]
    public void A_full_collection_is_cheaper_than_new_memory_where_it_may_find_much_unless_one_has_just_run()
    {
        var pacing = new CollectionPacing(4 * Mebi);
        pacing.AfterFull(Stopwatch.GetTimestamp() - Stopwatch.Frequency, 20 * Mebi, 10 * Mebi);
        Assert.False(pacing.IsFullCheap(100 * Mebi));
        pacing.AfterFull(Stopwatch.GetTimestamp(), 20 * Mebi, 10 * Mebi);
        Thread.Sleep(300);
        Assert.True(pacing.IsFullCheap(100 * Mebi));
        Assert.False(pacing.IsFullCheap(50 * Mebi));
    }
}
