using Tangent.Tests.Laws;

namespace Tangent.Tests.Docs;

/// <summary>Finds the code in the READMEs of the repository and of the package, and in docs/.</summary>
internal static class SnippetReader
{
    private static readonly Lazy<Snippet[]> Found = new(() => [.. Pages().SelectMany(Read)]);

    /// <summary>Every program of every page.</summary>
    public static Snippet[] Programs => [.. Found.Value.Where(snippet => !Quotation.Is(snippet.Blocks[0].Text))];

    /// <summary>Every block that quotes a source file, each by itself.</summary>
    public static Snippet[] Quotations => [.. Found.Value.Where(snippet => Quotation.Is(snippet.Blocks[0].Text))];

    /// <summary>Both READMEs and all pages of docs/.</summary>
    public static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Prepend(Path.Combine(Repository.Root, "package", "README.md")).Prepend(Path.Combine(Repository.Root, "README.md"));

    private static IEnumerable<Snippet> Read(string path)
    {
        string page = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
        string[] lines = File.ReadAllLines(path);
        var blocks = new List<(int Line, string Text)>();
        string heading = "";
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                int end = Array.FindIndex(lines, i + 1, line => line.StartsWith("```", StringComparison.Ordinal));
                if (end < 0)
                    throw new InvalidDataException($"{page}:{i + 1}: the block has no end.");
                string text = string.Join('\n', lines[(i + 1)..end]);
                if (lines[i] == "```csharp" && Quotation.Is(text))
                    yield return new(page, heading, [(i + 2, text)]);
                else if (lines[i] == "```csharp")
                    blocks.Add((i + 2, text));
                i = end;
            }
            else if (lines[i].StartsWith('#'))
            {
                if (blocks.Count > 0)
                    yield return new(page, heading, [.. blocks]);
                blocks.Clear();
                heading = lines[i].TrimStart('#').Trim();
            }
        }
        if (blocks.Count > 0)
            yield return new(page, heading, [.. blocks]);
    }
}
