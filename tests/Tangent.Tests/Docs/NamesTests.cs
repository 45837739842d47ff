using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Docs;

/// <summary>The published table of names is that of the code.</summary>
public sealed class NamesTests
{
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "names.md");

    [Fact]
    public void ThePublishedTableIsUpToDate()
    {
        string expected = NamesTable.Text();
        if (Environment.GetEnvironmentVariable("TANGENT_UPDATE") == "1")
            File.WriteAllText(Document, expected);
        Assert.True(File.Exists(Document) && File.ReadAllText(Document) == expected, "docs/names.md is stale: run ./dev update");
    }

    [Fact]
    public void No_name_that_stands_is_said_to_need_no_counterpart() =>
        Assert.DoesNotContain(PublicOperations.All.Values.SelectMany(names => names), name => NotHere.Reason(name) is not null);

    [Fact]
    public void Every_reason_is_that_of_a_name() => Assert.All(NotHere.Names, name => Assert.Contains(name, MlxNames.All));

    [Theory]
    [InlineData("core.array")]
    [InlineData("core.array.at")]
    [InlineData("core.random")]
    [InlineData("core.linalg")]
    [InlineData("core.fft")]
    [InlineData("core.metal")]
    [InlineData("core.cuda")]
    [InlineData("nn.Module")]
    [InlineData("optimizers.Optimizer")]
    [InlineData("utils")]
    public void No_name_of_a_whole_module_is_missing(string module) =>
        Assert.DoesNotContain(MlxNames.All, name => NamesTable.IsMissing(name) && name[..name.LastIndexOf('.')] == module);
}
