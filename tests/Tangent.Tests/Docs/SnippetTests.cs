using Xunit;

namespace Tangent.Tests.Docs;

/// <summary>
/// The code in the READMEs and in docs/ compiles and does what it says. Blocks under one heading are one program; the
/// comment behind a <c>Console.WriteLine</c>, with the comment lines beneath it, is what that line prints.
/// </summary>
public sealed class SnippetTests
{
    public static TheoryData<string> Programs => [.. SnippetReader.Programs.Select(snippet => snippet.Id)];

    public static TheoryData<string> Examples => [.. ExampleReader.All.Select(snippet => snippet.Id)];

    // What takes a function or a tree, and what is about transforms beside.
    public static TheoryData<string> Transforms =>
    [
        "Mx.Eval", "Mx.StopGradient",
        .. typeof(Mx).GetMethods().Where(method => method.GetParameters().Any(parameter => typeof(Delegate).IsAssignableFrom(parameter.ParameterType))).Select(method => $"Mx.{method.Name}").Distinct(),
        .. typeof(Nn).GetMethods().Where(method => method.GetParameters().Any(parameter => parameter.ParameterType.IsSubclassOf(typeof(Tangent.Layers.Module)) || parameter.ParameterType == typeof(Tangent.Layers.Module))).Select(method => $"Nn.{method.Name}").Distinct(),
        .. typeof(Trees).GetMethods().Where(method => method.IsStatic).Select(method => $"Trees.{method.Name}").Distinct(),
    ];

    [Theory, MemberData(nameof(Programs))]
    public void A_program_prints_what_its_comments_say(string id) => Check(SnippetReader.Programs.Single(snippet => snippet.Id == id));

    [Theory, MemberData(nameof(Examples))]
    public void An_example_in_the_documentation_prints_what_its_comments_say(string id) => Check(ExampleReader.All.Single(snippet => snippet.Id == id));

    [Theory, MemberData(nameof(Transforms))]
    public void Every_transform_has_an_example(string function) => Assert.Contains(function, ExampleReader.Functions);

    private static void Check(Snippet snippet)
    {
        IReadOnlyDictionary<int, string> announced = snippet.Announced;
        var printed = SnippetProgram.Run(snippet).ToLookup(print => print.Line, print => print.Text);
        string[] differences = [.. announced.Keys.Union(printed.Select(group => group.Key)).Order()
            .Where(line => announced.GetValueOrDefault(line) != Trimmed(printed[line]))
            .Select(line => $"{snippet.Page}:{line}: prints\n{Trimmed(printed[line])}\nnot\n{announced.GetValueOrDefault(line)}")];
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Every_quotation_stands_in_its_file()
    {
        foreach (Snippet snippet in SnippetReader.Quotations)
            if (Quotation.Wrong(snippet.Blocks[0].Text) is { } wrong)
                Assert.Fail($"{snippet.Id}: the file has no such line here: {wrong}");
    }

    [Fact]
    public void A_wrong_comment_is_found() =>
        Assert.NotEqual("3", Trimmed(SnippetProgram.Run(new("page.md", "", [(7, "Console.WriteLine(1 + 1); // 3")])).Select(print => print.Text)));

    [Fact]
    public void An_error_names_page_and_line()
    {
        var error = Assert.Throws<InvalidDataException>(() => SnippetProgram.Run(new("page.md", "", [(7, "int x = 1;\nConsole.WriteLine(x + y);")])));
        Assert.StartsWith("page.md:8: CS0103", error.Message);
    }

    private static string Trimmed(IEnumerable<string> printed) =>
        string.Join('\n', printed.SelectMany(text => text.Split('\n')).Select(line => line.Trim()));
}
