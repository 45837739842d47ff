using Xunit;

namespace Tangent.Tests.Planning;

public class BackoffTests
{
    [Theory]
    [InlineData(0, new[] { 0, 1, 2, 4, 8, 8 })]
    [InlineData(1, new[] { 1, 2, 4, 8, 8 })]
    public void Each_failure_doubles_the_chances_that_pass_up_to_the_most(int first, int[] chances)
    {
        var backoff = new Backoff(first, most: 8);
        foreach (int expected in chances)
        {
            Assert.Equal(expected, PassUntilDue(backoff));
            backoff.Fail();
        }
    }

    [Fact]
    public void Chances_count_from_the_last_restart()
    {
        var backoff = new Backoff(first: 0, most: 8);
        backoff.Fail();
        backoff.Fail();
        backoff.Pass();
        backoff.Restart();
        Assert.Equal(2, PassUntilDue(backoff));
        backoff.Restart();
        Assert.False(backoff.IsDue);
    }

    private static int PassUntilDue(Backoff backoff)
    {
        int passed = 0;
        for (; !backoff.IsDue; passed++)
            backoff.Pass();
        return passed;
    }
}
