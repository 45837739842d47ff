namespace Tangent.Tests.Docs;

/// <summary>The code blocks under one heading of a page: a program, as a reader would paste it.</summary>
/// <param name="Page">The page, relative to the repository.</param>
/// <param name="Heading">The heading that the blocks stand under.</param>
/// <param name="Blocks">The first line's number and the text of each block.</param>
public sealed record Snippet(string Page, string Heading, IReadOnlyList<(int Line, string Text)> Blocks)
{
    /// <summary>The name of the test case.</summary>
    public string Id => $"{Page}:{Blocks[0].Line} {Heading}";

    /// <summary>What the lines that print say about it: the comment behind the statement and the comment lines beneath.</summary>
    public IReadOnlyDictionary<int, string> Announced
    {
        get
        {
            var announced = new Dictionary<int, string>();
            foreach ((int first, string text) in Blocks)
            {
                string[] lines = text.Split('\n');
                for (int i = 0; i < lines.Length; i++)
                    if (lines[i].Contains("Console.WriteLine", StringComparison.Ordinal))
                        announced[first + i] = Comment(lines, i);
            }
            return announced;
        }
    }

    private static string Comment(string[] lines, int first)
    {
        int start = lines[first].IndexOf(" // ", StringComparison.Ordinal);
        var comment = new List<string>();
        if (start >= 0)
            comment.Add(lines[first][(start + 4)..].Trim());
        for (int i = first + 1; i < lines.Length && lines[i].TrimStart().StartsWith("//", StringComparison.Ordinal); i++)
            comment.Add(lines[i].Trim().TrimStart('/').Trim());
        return string.Join('\n', comment);
    }
}
