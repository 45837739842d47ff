using Xunit;

namespace Tangent.Tests.Docs;

public sealed class StandingTests
{
    [Fact]
    public void No_name_that_stood_is_gone()
    {
        string[] gone = Standing.Without(Standing.Recorded, Standing.Now);
        Assert.True(gone.Length == 0, $"members that bore names of MLX, and so were tested: {string.Join(", ", gone)}");
    }

    [Fact]
    public void ThePublishedTableOfNamesThatStandHasAllOfThem()
    {
        string[] added = Standing.Without(Standing.Now, Standing.Recorded);
        if (Environment.GetEnvironmentVariable("TANGENT_UPDATE") == "1" && added.Length > 0)
            File.WriteAllLines(Standing.Path,
            [
                "# MLX's names that stand here: one line for each attribute. ./dev update adds lines; only a person takes one away.",
                .. Standing.Recorded.Concat(added).Order(StringComparer.Ordinal),
            ]);
        else
            Assert.True(added.Length == 0, $"tests/names/standing.txt lacks {string.Join(", ", added)}: run ./dev update");
    }

    [Fact]
    public void Lines_are_counted()
    {
        Assert.Equal(["a", "b"], Standing.Without(["a", "a", "b"], ["a", "c"]));
        Assert.Empty(Standing.Without(["a"], ["a", "a"]));
    }
}
