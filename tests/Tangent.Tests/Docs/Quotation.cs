using Tangent.Tests.Laws;

namespace Tangent.Tests.Docs;

/// <summary>A block whose first line is a comment with the path of a source file: it shows lines of that file.</summary>
internal static class Quotation
{
    /// <summary>True if a block quotes.</summary>
    public static bool Is(string block) =>
        block.Split('\n')[0] is var first && first.StartsWith("// src/", StringComparison.Ordinal) && first.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>The first quoted line that the file does not hold in this order, or null. A line with … alone stands for any.</summary>
    public static string? Wrong(string block)
    {
        string[] quoted = block.Split('\n');
        string path = Path.Combine(Repository.Root, quoted[0][3..]);
        if (!File.Exists(path))
            return quoted[0];
        string[] source = [.. File.ReadLines(path).Select(line => line.Trim())];
        int next = 0;
        foreach (string line in quoted.Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0 && line != "…"))
        {
            int place = Array.IndexOf(source, line, next);
            if (place < 0)
                return line;
            next = place + 1;
        }
        return null;
    }
}
