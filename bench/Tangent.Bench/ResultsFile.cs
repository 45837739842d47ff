using System.Text.Json;

namespace Tangent.Bench;

/// <summary>The table as JSON, with every sample; times in nanoseconds.</summary>
internal static class ResultsFile
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(string path, Machine machine, IReadOnlyList<Outcome> rows)
    {
        File.WriteAllText(path, JsonSerializer.Serialize(new { Date = DateTimeOffset.UtcNow, machine, rows }, Format));
        Console.WriteLine($"\n{path}");
    }
}
