using System.Diagnostics;
using Xunit;

namespace Tangent.Kernels.Tests;

public class TimeShareTests
{
    private static readonly long Second = Stopwatch.Frequency;

    private readonly TimeShare share = new(parts: 8, TimeSpan.FromSeconds(1));

    [Fact]
    public void What_was_spent_must_be_earned_before_more_is()
    {
        Spend(100 * Second, 2 * Second);
        Assert.False(share.IsLeft(107 * Second));
        Assert.True(share.IsLeft(109 * Second));
    }

    [Fact]
    public void Savings_are_spent_first()
    {
        Spend(100 * Second, Second / 2);
        Assert.True(share.IsLeft(100 * Second + Second / 2));
        Spend(100 * Second + Second / 2, Second);
        Assert.False(share.IsLeft(101 * Second));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_spent_whenever_it_may_be_the_share_is_kept(int seed)
    {
        var random = new Random(seed);
        long start = 50 * Second, now = start, spent = 0, longest = 0;
        for (int i = 0; i < 10_000; i++, now += random.NextInt64(Second / 100))
        {
            if (!share.IsLeft(now))
                continue;
            long cost = random.NextInt64(Second / 100, Second / 25);
            Spend(now, cost);
            now += cost;
            spent += cost;
            longest = Math.Max(longest, cost);
            Assert.True(spent <= (now - start) / 8 + Second + longest);
        }
        Assert.True(spent >= (now - start) / 8 - longest);
    }

    [Fact]
    public void What_goes_far_beyond_the_usual_was_spent_by_others()
    {
        for (int i = 0; i < 100; i++)
            Spend(i * Second, Second / 1000);
        Spend(100 * Second, 4 * Second);
        Assert.True(share.IsLeft(105 * Second));
        Spend(105 * Second, 4 * Second);
        Assert.False(share.IsLeft(110 * Second));
    }

    [Fact]
    public void What_takes_longer_from_now_on_soon_counts_in_full()
    {
        Spend(100 * Second, Second / 1000);
        long now = 200 * Second;
        for (int i = 0; i < 30; i++, now += Second)
            Spend(now, Second / 2);
        Assert.False(share.IsLeft(now + 3 * Second - Second));
    }

    private void Spend(long start, long time) => share.Spend(start, start + time);
}
