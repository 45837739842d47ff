namespace Tangent.Tests.Laws;

/// <summary>What MLX has of each function, as tests/coverage/mlx.tsv has it.</summary>
internal static class MlxRules
{
    /// <summary>The words of the table.</summary>
    public static readonly string[] Words = ["ok", "in part", "raises", "wrong"];

    private static readonly string[] Lines = [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "coverage", "mlx.tsv")).Where(line => !line.StartsWith('#'))];
    private static readonly string[] Rules = Lines[0].Split('\t')[1..];

    /// <summary>The lines by name, a word for each rule.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } =
        Lines[1..].Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1..]);

    /// <summary>What MLX has of a function that has these names there: the rules, <c>all</c>, <c>none</c>, or <c>?</c> where none was tried.</summary>
    public static string Of(IEnumerable<string> names)
    {
        if (names.Where(All.ContainsKey).Select(name => All[name]).FirstOrDefault() is not { } words)
            return "?";
        string[] has = [.. Rules.Zip(words).Where(rule => rule.Second != "raises").Select(rule => rule.Second == "ok" ? rule.First : $"{rule.First} {rule.Second}")];
        return Array.TrueForAll(words, word => word == "ok") ? "all" : has.Length == 0 ? "none" : string.Join(", ", has);
    }
}
