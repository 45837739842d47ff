using System.Xml;
using System.Xml.Linq;

namespace Tangent.Tests.Docs;

/// <summary>Finds the examples in the documentation of the public members, as the compiler wrote it beside the assembly.</summary>
internal static class ExampleReader
{
    private static readonly string[] Pages = ["Tangent.xml", "Tangent.Nn.xml"];

    private const string Method = "M:Tangent.";

    private static readonly Lazy<Snippet[]> Found = new(() => [.. Read()]);

    /// <summary>Every example, under the name of its member.</summary>
    public static Snippet[] All => Found.Value;

    /// <summary>The names of the functions that have an example, such as <c>Mx.Grad</c>.</summary>
    public static IReadOnlySet<string> Functions => All.Select(snippet => snippet.Heading.Split('(', '`')[0]).Where(name => name.StartsWith(Method, StringComparison.Ordinal))
        .Select(name => name[Method.Length..]).ToHashSet();

    private static IEnumerable<Snippet> Read() =>
        from page in Pages
        from member in XDocument.Load(Path.Combine(AppContext.BaseDirectory, page), System.Xml.Linq.LoadOptions.SetLineInfo).Descendants("member")
        from code in member.Elements("example").Elements("code")
        select new Snippet(page, member.Attribute("name")!.Value, [(((IXmlLineInfo)code).LineNumber + 1, Text(code.Value))]);

    // Without the lines around it, and without the indentation that all lines have.
    private static string Text(string code)
    {
        string[] lines = [.. code.Split('\n').Skip(1).SkipLast(1)];
        int indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }
}
