using System.Collections.Concurrent;

namespace Tangent.Tests.Golden.Running;

/// <summary>What became of the cases of a group.</summary>
public sealed class GoldenReport
{
    private static readonly ConcurrentDictionary<(GoldenFiles, string), Lazy<GoldenReport>> Reports = new();

    private readonly string group;
    private readonly GoldenResult[] results;

    private GoldenReport(string group, GoldenResult[] results)
    {
        this.group = group;
        this.results = results;
    }

    /// <summary>What became of each case.</summary>
    public IReadOnlyList<GoldenResult> Results => results;

    /// <summary>True if no case has been run.</summary>
    public bool IsSilent => Ran == 0;

    /// <summary>The names that are missing.</summary>
    public string[] Missing => [.. results.Where(result => result.Outcome is GoldenOutcome.NoOp).Select(result => result.Reason!).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The cases that differ.</summary>
    public IReadOnlyList<GoldenResult> Failures => [.. results.Where(result => result.Outcome is GoldenOutcome.Failed)];

    /// <summary>Counts, and the names that are missing.</summary>
    public string Summary
    {
        get
        {
            string names = Missing.Length == 0 ? "" : $"\n  no op yet: {string.Join(", ", Missing)}";
            string ran = IsSilent ? "NOTHING RAN" : $"{Ran} ran";
            return $"{group}: {results.Length} cases, {ran}, {Count(GoldenOutcome.Passed)} passed, {Count(GoldenOutcome.NoOp)} without op{names}";
        }
    }

    /// <summary>The summary and every difference.</summary>
    public string Details =>
        string.Join('\n', [Summary, .. Failures.Select(result => $"  {result.Id}: {result.Reason}")]);

    private int Ran => Count(GoldenOutcome.Passed) + Count(GoldenOutcome.Failed);

    /// <summary>Runs the cases of a group, once in a process.</summary>
    public static GoldenReport Of(GoldenFiles files, string group) =>
        Reports.GetOrAdd((files, group), _ => new(() => new(group, [.. files.Read(group).Select(GoldenRunner.Run)]))).Value;

    /// <summary>How many cases ended so.</summary>
    public int Count(GoldenOutcome outcome) => results.Count(result => result.Outcome == outcome);
}
