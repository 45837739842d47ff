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
    public void No_name_that_stands_is_said_to_be_for_Python_only() =>
        Assert.DoesNotContain(PublicOperations.All.Values.SelectMany(names => names), name => PythonOnly.Reason(name) is not null);
}
