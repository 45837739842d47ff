using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tangent.Bench;

/// <summary>The table as JSON, with every sample; times in nanoseconds.</summary>
internal static class ResultsFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Write(string path, Machine machine, IEnumerable<Outcome> outcomes)
    {
        var rows = outcomes.Select(outcome => new
        {
            outcome.Row.Name,
            outcome.Row.Title,
            outcome.Threads,
            Against = outcome.Goal.Label,
            outcome.Goal.Measure,
            outcome.Goal.Bar,
            outcome.Goal.Aim,
            outcome.Value,
            outcome.ValueAtLimit,
            outcome.Verdict,
            outcome.Failure,
            outcome.Limit,
            outcome.Row.Work,
            outcome.Tangent,
            outcome.Reference,
        });
        File.WriteAllText(path, JsonSerializer.Serialize(new { Date = DateTimeOffset.UtcNow, machine, rows }, Format));
        Console.WriteLine(path);
    }
}
