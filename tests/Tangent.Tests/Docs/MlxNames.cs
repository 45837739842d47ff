using Tangent.Tests.Laws;

namespace Tangent.Tests.Docs;

/// <summary>The public names of MLX, from tests/names/mlx.txt.</summary>
internal static class MlxNames
{
    /// <summary>The dotted names without the leading <c>mlx.</c>, in order.</summary>
    public static string[] All { get; } =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "names", "mlx.txt")).Where(line => !line.StartsWith('#'))];
}
