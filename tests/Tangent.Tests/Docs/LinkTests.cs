using System.Text.RegularExpressions;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Docs;

/// <summary>The pages hold together.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file()
    {
        foreach (string page in SnippetReader.Pages())
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
            {
                string target = Path.Combine(Path.GetDirectoryName(page)!, link.Groups["path"].Value);
                Assert.True(Path.Exists(target), $"{Path.GetRelativePath(Repository.Root, page)}: {link.Groups["path"].Value} is not there");
            }
    }

    [Fact]
    public void Every_path_in_the_tour_is_there()
    {
        foreach (Match path in SourcePath().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "tour.md"))))
            Assert.True(Path.Exists(Path.Combine(Repository.Root, path.Groups["path"].Value)), $"docs/tour.md: {path.Groups["path"].Value} is not there");
    }

    [Fact]
    public void Every_decision_is_in_the_index()
    {
        string folder = Path.Combine(Repository.Root, "docs", "decisions");
        string index = File.ReadAllText(Path.Combine(folder, "README.md"));
        foreach (string page in Directory.EnumerateFiles(folder, "0*.md"))
            Assert.True(index.Contains($"({Path.GetFileName(page)})", StringComparison.Ordinal), $"docs/decisions/README.md lacks {Path.GetFileName(page)}");
    }

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(src|tests|docs|bench|samples)/[\w./-]+)`")]
    private static partial Regex SourcePath();
}
