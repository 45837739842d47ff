namespace Tangent.Tests.Golden;

/// <summary>A folder of golden data.</summary>
public sealed class GoldenFiles(string folder)
{
    /// <summary>The copy beside the tests.</summary>
    public static readonly GoldenFiles Bundled = new(Path.Combine(AppContext.BaseDirectory, "golden"));

    /// <summary>The folder that the environment variable TANGENT_GOLDEN names, by default <see cref="Bundled"/>.</summary>
    public static readonly GoldenFiles Chosen =
        Environment.GetEnvironmentVariable("TANGENT_GOLDEN") is { Length: > 0 } chosen ? new(chosen) : Bundled;

    /// <summary>The groups of cases: the names of the files without their extension, in order.</summary>
    public IReadOnlyList<string> Groups { get; } =
        [.. Directory.EnumerateFiles(folder, "*.jsonl").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Where a file of a case lies.</summary>
    public string PathOf(string file) => Path.Combine(folder, file);

    /// <summary>The cases of a group.</summary>
    public IEnumerable<GoldenCase> Read(string group) =>
        File.ReadLines(Path.Combine(folder, group + ".jsonl")).Where(line => line.Length > 0).Select(line => new GoldenCase(line));
}
