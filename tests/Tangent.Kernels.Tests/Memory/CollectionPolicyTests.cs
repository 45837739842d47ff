using System.Diagnostics;
using Xunit;

namespace Tangent.Kernels.Tests;

public class CollectionPolicyTests
{
    private const long Mebi = 1 << 20, Distance = 8 * Mebi;
    private static readonly long Start = 1000 * Stopwatch.Frequency, Millisecond = Stopwatch.Frequency / 1000;

    private readonly CollectionPolicy policy = new(Distance, Start);

    [Fact]
    public void A_collection_is_due_when_another_evaluation_would_go_beyond_the_distance()
    {
        policy.StartFrom(100 * Mebi);
        policy.EndEvaluation(104 * Mebi);
        Assert.Equal(CollectionPolicy.None, policy.AtRest(Start, 104 * Mebi, old: 0));
        policy.EndEvaluation(109 * Mebi);
        Assert.Equal(CollectionPolicy.Young, policy.AtRest(Start, 109 * Mebi, old: 0));
    }

    [Fact]
    public void The_distance_counts_from_the_least_in_use_between_two_evaluations()
    {
        policy.StartFrom(100 * Mebi);
        policy.EndEvaluation(50 * Mebi);
        policy.EndEvaluation(54 * Mebi);
        Assert.False(policy.IsDue(54 * Mebi));
        Assert.True(policy.IsDue(55 * Mebi));
    }

    [Fact]
    public void What_is_found_elsewhere_postpones_the_next_in_an_evaluation_and_no_other()
    {
        policy.StartFrom(100 * Mebi);
        Assert.Equal(CollectionPolicy.Young, policy.BeforeGrowth(Start, 159 * Mebi, old: 0));
        policy.Found(freed: 20 * Mebi, active: 140 * Mebi);
        Assert.Equal(CollectionPolicy.None, policy.BeforeGrowth(Start, 209 * Mebi, old: 0));
        Assert.Equal(CollectionPolicy.Young, policy.BeforeGrowth(Start, 211 * Mebi, old: 0));
        Assert.Equal(CollectionPolicy.Young, policy.AtRest(Start, 90 * Mebi, old: 0));
    }

    [Fact]
    public void After_one_in_an_evaluation_the_next_two_between_evaluations_are_full()
    {
        policy.AfterTheMiddle();
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(CollectionPolicy.All, policy.AtRest(Start, 20 * Mebi, old: 0));
            policy.AfterFull(Start, Start + Millisecond, old: 0, found: 0, active: 0);
        }
        Assert.Equal(CollectionPolicy.Young, policy.AtRest(Start, 20 * Mebi, old: 0));
    }

    [Fact]
    public void A_full_collection_comes_now_and_then_for_what_was_dropped_when_it_was_old()
    {
        Assert.Equal(CollectionPolicy.Young, policy.AtRest(Start + 999 * Millisecond, 20 * Mebi, old: 0));
        Assert.Equal(CollectionPolicy.All, policy.AtRest(Start + 1001 * Millisecond, 20 * Mebi, old: 0));
        long end = Start + 1101 * Millisecond;
        policy.AfterFull(end - 100 * Millisecond, end, old: 0, found: 0, active: 0);
        Assert.Equal(CollectionPolicy.Young, policy.AtRest(end + 12_700 * Millisecond, 20 * Mebi, old: 0));
        Assert.Equal(CollectionPolicy.All, policy.AtRest(end + 12_800 * Millisecond, 20 * Mebi, old: 0));
    }

    [Fact]
    public void Full_collections_that_find_nothing_wait_for_half_of_what_lives_or_twice_as_much_as_they_looked_at()
    {
        Assert.True(IsFullWorthwhile(Mebi));
        Full(active: 100 * Mebi, old: 8 * Mebi, found: 4 * Mebi);
        Assert.False(IsFullWorthwhile(49 * Mebi));
        Full(active: 100 * Mebi, old: 60 * Mebi, found: 0);
        Assert.False(IsFullWorthwhile(119 * Mebi));
        Assert.True(IsFullWorthwhile(120 * Mebi));
    }

    [Fact]
    public void One_that_finds_half_of_what_had_grown_old_lets_the_next_come_at_once()
    {
        Full(active: 100 * Mebi, old: 8 * Mebi, found: 0);
        Assert.False(IsFullWorthwhile(8 * Mebi));
        Full(active: 100 * Mebi, old: 8 * Mebi, found: 5 * Mebi);
        Assert.True(IsFullWorthwhile(Mebi));
        Full(active: 100 * Mebi, old: 0, found: 0);
        Assert.True(IsFullWorthwhile(Mebi));
    }

    [Fact]
    public void While_memory_truly_grows_full_collections_look_at_each_block_a_few_times_at_most()
    {
        long looked = 0, old = 0, active = 0;
        for (; active < 4096 * Mebi; active += Mebi)
        {
            old += Mebi;
            if (!IsFullWorthwhile(old))
                continue;
            looked += active;
            Full(active, old, found: 0);
            old = 0;
        }
        Assert.InRange(looked, active / 4, 4 * active);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(30)]
    [InlineData(500)]
    public void Collections_take_an_eighth_of_the_time_at_most_whatever_they_cost(double milliseconds)
    {
        long cost = (long)(milliseconds * Millisecond), now = Start, spent = 0, end = Start + 600_000 * Millisecond;
        var random = new Random(1);
        while (now < end)
        {
            // Evaluations of a tenth of a millisecond, each of which calls for a collection, some of them for a full one.
            now += Millisecond / 10;
            int generation = policy.AtRest(now, 100 * Mebi, random.Next(2) * 64 * Mebi);
            if (generation == CollectionPolicy.None)
                continue;
            long length = generation == CollectionPolicy.All ? 3 * cost : cost;
            if (generation == CollectionPolicy.All)
                policy.AfterFull(now, now + length, 64 * Mebi, 64 * Mebi, 0);
            else
                policy.AfterYoung(now, now + length);
            now += length;
            spent += length;
        }
        Assert.InRange(spent, (now - Start) / 16, (now - Start) / 8 + 200 * Millisecond + 4 * cost);
    }

    [Fact]
    public void Nothing_is_collected_where_the_host_wants_none()
    {
        policy.AfterTheMiddle();
        policy.IsForced = false;
        Assert.Equal(CollectionPolicy.None, policy.AtRest(Start, 1024 * Mebi, old: 512 * Mebi));
        Assert.Equal(CollectionPolicy.None, policy.BeforeGrowth(Start, 1024 * Mebi, old: 512 * Mebi));
        Assert.False(policy.CanAffordYoung(Start));
    }

    private bool IsFullWorthwhile(long old) => policy.BeforeGrowth(Start, active: 0, old) == CollectionPolicy.All;

    // One that takes no time, so that the next can be afforded.
    private void Full(long active, long old, long found) => policy.AfterFull(Start, Start, old, found, active);
}
