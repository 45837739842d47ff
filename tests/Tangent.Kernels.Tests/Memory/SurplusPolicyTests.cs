using System.Diagnostics;
using Xunit;

namespace Tangent.Kernels.Tests;

public class SurplusPolicyTests
{
    private static readonly long Start = 100 * Stopwatch.Frequency;

    private readonly SurplusPolicy policy = new(Start);

    [Fact]
    public void One_evaluation_in_256_looks()
    {
        int looks = Enumerable.Range(0, 2_560).Count(_ => policy.EndEvaluation());
        Assert.Equal(10, looks);
    }

    [Fact]
    public void Memory_goes_back_once_taking_it_anew_would_take_an_eighth_of_the_time()
    {
        const long Spike = 9_000_000_000;
        Assert.False(policy.IsDue(At(7.9), Spike));
        Assert.True(policy.IsDue(At(8.1), Spike));
        Assert.False(policy.IsDue(At(8.2), Spike / 10));
        Assert.True(policy.IsDue(At(9), Spike / 10));
    }

    private static long At(double seconds) => Start + (long)(seconds * Stopwatch.Frequency);
}
