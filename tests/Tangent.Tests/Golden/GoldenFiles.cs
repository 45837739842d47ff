namespace Tangent.Tests.Golden;

/// <summary>The folder of golden data: the one that TANGENT_GOLDEN names, by default the copy beside the tests.</summary>
public static class GoldenFiles
{
    /// <summary>The folder.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("TANGENT_GOLDEN") is { Length: > 0 } folder
        ? folder
        : Path.Combine(AppContext.BaseDirectory, "golden");

    /// <summary>The groups of cases: the names of the files without their extension, in order.</summary>
    public static IReadOnlyList<string> Groups { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.jsonl").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>The cases of a group; none if its file is not there.</summary>
    public static IEnumerable<GoldenCase> Read(string group)
    {
        string path = Path.Combine(Folder, group + ".jsonl");
        return File.Exists(path) ? File.ReadLines(path).Where(line => line.Length > 0).Select(line => new GoldenCase(line)) : [];
    }
}
