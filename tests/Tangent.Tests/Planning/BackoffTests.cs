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
    public void A_success_makes_the_next_attempt_due_at_once()
    {
        var backoff = new Backoff(first: 1, most: 8);
        backoff.Fail();
        backoff.Fail();
        PassUntilDue(backoff);
        backoff.Succeed();
        Assert.True(backoff.IsDue);
        backoff.Fail();
        Assert.Equal(1, PassUntilDue(backoff));
    }

    private static int PassUntilDue(Backoff backoff)
    {
        int passed = 0;
        for (; !backoff.IsDue; passed++)
            backoff.Pass();
        return passed;
    }
}
