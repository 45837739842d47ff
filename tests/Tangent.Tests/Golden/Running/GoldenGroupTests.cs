using Tangent.Tests.Docs;
using Xunit;

namespace Tangent.Tests.Golden.Running;

public sealed class GoldenGroupTests(ITestOutputHelper output)
{
    public static TheoryData<string> Groups => [.. GoldenFiles.Chosen.Groups];

    /// <summary>Runs a group; its counts go to the test's output and to the folder "golden-report" beside the tests.</summary>
    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_case_whose_op_exists_agrees(string group)
    {
        GoldenReport report = GoldenReport.Of(GoldenFiles.Chosen, group);
        output.WriteLine(report.Summary);
        Save(group, report);
        Assert.True(report.Failures.Count == 0, report.Details);
        Assert.All(report.Missing, name => Assert.False(Standing.Has(MlxMembers.Plain(name)), $"{group}: {name} stood, and now no member bears it"));
        if (!report.IsSilent)
            return;
        // Silence says nothing: a group is skipped only while MLX's names that it calls are known to be missing.
        Assert.NotEmpty(report.Missing);
        Assert.All(report.Missing, name => Assert.True(Standing.IsAwaited(name), $"{group}: nothing ran, and {name} is no name of MLX that is not there yet"));
        Assert.Skip(report.Summary);
    }

    private static void Save(string group, GoldenReport report)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "golden-report");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, group + ".txt"), report.Details + "\n");
    }
}
