namespace Tangent.Tests.Golden.Running;

/// <summary>What became of the cases of a group.</summary>
public sealed class GoldenReport
{
    private readonly string group;
    private readonly GoldenResult[] results;

    private GoldenReport(string group, GoldenResult[] results)
    {
        this.group = group;
        this.results = results;
    }

    /// <summary>The cases that differ.</summary>
    public IReadOnlyList<GoldenResult> Failures => [.. results.Where(result => result.Outcome is GoldenOutcome.Failed)];

    /// <summary>Counts, and the names that are missing.</summary>
    public string Summary
    {
        get
        {
            string[] missing = [.. results.Where(result => result.Outcome is GoldenOutcome.NoOp).Select(result => result.Reason!).Distinct().Order()];
            string names = missing.Length == 0 ? "" : $"\n  no op yet: {string.Join(", ", missing)}";
            int ran = Count(GoldenOutcome.Passed) + Count(GoldenOutcome.Failed);
            return $"{group}: {results.Length} cases, {ran} ran, {Count(GoldenOutcome.Passed)} passed, {Count(GoldenOutcome.NoOp)} without op{names}";
        }
    }

    /// <summary>The summary and every difference.</summary>
    public string Details =>
        string.Join('\n', [Summary, .. Failures.Select(result => $"  {result.Golden.Id}: {result.Reason}")]);

    /// <summary>Runs the cases of a group.</summary>
    public static GoldenReport Run(string group) => new(group, [.. GoldenFiles.Chosen.Read(group).Select(GoldenRunner.Run)]);

    private int Count(GoldenOutcome outcome) => results.Count(result => result.Outcome == outcome);
}
