using System.Diagnostics;
using Xunit;

namespace Tangent.Kernels.Tests;

public class CollectionPacingTests
{
    private const long Mebi = 1 << 20, Second = 1_000_000_000;
    private static readonly long Start = Stopwatch.GetTimestamp() + 100 * Stopwatch.Frequency;

    private readonly CollectionPacing pacing = new(8 * Mebi);

    [Fact]
    public void A_collection_is_due_when_another_evaluation_would_go_beyond_the_distance()
    {
        pacing.StartFrom(100 * Mebi);
        Assert.False(pacing.IsDue(104 * Mebi, taken: 4 * Mebi));
        Assert.True(pacing.IsDue(105 * Mebi, taken: 5 * Mebi));
        Assert.True(pacing.IsDue(108 * Mebi + 1, taken: 0));
    }

    [Fact]
    public void The_distance_counts_from_the_least_in_use_between_two_evaluations()
    {
        pacing.StartFrom(100 * Mebi);
        pacing.Lower(104 * Mebi);
        Assert.False(pacing.IsDue(107 * Mebi, taken: 0));
        pacing.Lower(50 * Mebi);
        Assert.True(pacing.IsDue(59 * Mebi, taken: 0));
    }

    [Fact]
    public void What_is_found_in_the_middle_of_an_evaluation_postpones_the_next_there_and_no_other()
    {
        pacing.StartFrom(100 * Mebi);
        Assert.Equal(158 * Mebi, pacing.LatestThreshold);
        pacing.Postpone(freed: 20 * Mebi, active: 140 * Mebi);
        Assert.Equal(210 * Mebi, pacing.LatestThreshold);
        Assert.True(pacing.IsDue(90 * Mebi, taken: 0));
    }

    [Fact]
    public void Collections_that_take_a_quarter_of_the_time_become_rare_and_come_back_when_they_take_less()
    {
        long now = Collect(Start, 8, cost: Second / 1000, every: Second / 100);
        Assert.Equal(8 * Mebi, Distance());
        now = Collect(now, 8, cost: Second / 100, every: Second / 1000 * 39);
        Assert.Equal(16 * Mebi, Distance());
        now = Collect(now, 8, cost: Second / 100, every: Second / 1000 * 41);
        Assert.Equal(16 * Mebi, Distance());
        Collect(now, 8, cost: Second / 100, every: Second / 1000 * 81);
        Assert.Equal(8 * Mebi, Distance());
    }

    [Fact]
    public void One_collection_in_eight_that_was_not_interrupted_tells_what_they_take()
    {
        long now = Collect(Start, 15, cost: Second / 10, every: Second / 8);
        Collect(now, 1, cost: Second / 1000, every: Second / 8);
        Assert.Equal(8 * Mebi, Distance());
    }

    [Fact]
    public void A_full_collection_waits_until_what_lives_has_doubled()
    {
        Assert.False(pacing.IsFullDue(250 * Mebi));
        Assert.True(pacing.IsFullDue(260 * Mebi));
        Full(Start, cost: Second / 1000, active: 200 * Mebi, old: 0, found: 0);
        Assert.False(pacing.IsFullDue(390 * Mebi));
        Assert.True(pacing.IsFullDue(410 * Mebi));
    }

    [Fact]
    public void Full_collections_that_find_nothing_wait_for_half_of_what_lives_or_twice_as_much_as_they_looked_at()
    {
        Assert.True(pacing.IsFullWorthwhile(Mebi));
        Full(Start, cost: Second / 1000, active: 100 * Mebi, old: 8 * Mebi, found: 4 * Mebi);
        Assert.False(pacing.IsFullWorthwhile(49 * Mebi));
        Full(Start, cost: Second / 1000, active: 100 * Mebi, old: 60 * Mebi, found: 0);
        Assert.False(pacing.IsFullWorthwhile(119 * Mebi));
        Assert.True(pacing.IsFullWorthwhile(120 * Mebi));
    }

    [Fact]
    public void One_that_finds_half_of_what_had_grown_old_lets_the_next_come_at_once()
    {
        Full(Start, cost: Second / 1000, active: 100 * Mebi, old: 8 * Mebi, found: 0);
        Assert.False(pacing.IsFullWorthwhile(8 * Mebi));
        Full(Start, cost: Second / 1000, active: 100 * Mebi, old: 8 * Mebi, found: 5 * Mebi);
        Assert.True(pacing.IsFullWorthwhile(Mebi));
        Full(Start, cost: Second / 1000, active: 100 * Mebi, old: 0, found: 0);
        Assert.True(pacing.IsFullWorthwhile(Mebi));
    }

    [Fact]
    public void While_memory_truly_grows_full_collections_look_at_each_block_a_few_times_at_most()
    {
        long looked = 0, old = 0, active = 0;
        for (; active < 4096 * Mebi; active += Mebi)
        {
            old += Mebi;
            if (!pacing.IsFullWorthwhile(old))
                continue;
            looked += active;
            Full(Start, cost: Second / 1000, active, old, found: 0);
            old = 0;
        }
        Assert.InRange(looked, active / 4, 4 * active);
    }

    [Fact]
    public void A_few_full_collections_may_follow_each_other_but_take_a_sixteenth_of_the_time()
    {
        long now = Start;
        for (int i = 0; i < 4; i++)
        {
            Assert.True(pacing.CanAffordFull(now, lacking: 0));
            now = Full(now, cost: Second / 100, active: 100 * Mebi, old: 0, found: 0);
        }
        Assert.False(pacing.CanAffordFull(now, lacking: 0));
        int collections = 0;
        for (int i = 0; i < 1000; i++, now += Ticks(Second / 100))
            if (pacing.CanAffordFull(now, lacking: 0))
            {
                Full(now, cost: Second / 100, active: 100 * Mebi, old: 0, found: 0);
                collections++;
            }
        Assert.InRange(collections, 1000 / 18, 1000 / 16 + 1);
    }

    [Fact]
    public void A_full_collection_that_takes_less_than_touching_new_memory_is_always_afforded()
    {
        long now = Start;
        for (int i = 0; i < 5; i++)
            now = Full(now, cost: Second / 100, active: 100 * Mebi, old: 0, found: 0);
        Assert.False(pacing.CanAffordFull(now, lacking: 80_000_000));
        Assert.True(pacing.CanAffordFull(now, lacking: 100_000_000));
    }

    private static long Ticks(long nanoseconds) => (long)(nanoseconds / 1e9 * Stopwatch.Frequency);

    private long Distance()
    {
        pacing.StartFrom(0);
        long distance = 0;
        while (!pacing.IsDue(distance, taken: 0))
            distance += Mebi / 2;
        return distance - Mebi / 2;
    }

    private long Collect(long now, int count, long cost, long every)
    {
        for (int i = 0; i < count; i++)
        {
            now += Ticks(every);
            pacing.AfterYoung(now - Ticks(cost), now);
        }
        return now;
    }

    private long Full(long now, long cost, long active, long old, long found)
    {
        pacing.AfterFull(now, now + Ticks(cost), active, old, found);
        pacing.Pay(now + Ticks(cost));
        return now + Ticks(cost);
    }
}
