using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Tangent.Generators;
using Tangent.Tests.Docs;
using Xunit;

namespace Tangent.Tests.Generators;

/// <summary>The fix beside an error about a type that is not partial makes it partial, and nothing else.</summary>
public class MakePartialTests
{
    public static TheoryData<string, string> Types => new()
    {
        { "[Tree] record R(NDArray A);", "[Tree] partial record R(NDArray A);" },
        { "[Tree] public sealed record class R(NDArray A);", "[Tree] public sealed partial record class R(NDArray A);" },
        { "[Tree] readonly record struct R(NDArray A);", "[Tree] readonly partial record struct R(NDArray A);" },
        { "[Tree]\n// Weights.\nclass C { public NDArray A { get; init; } = 0; }", "[Tree]\n// Weights.\npartial class C { public NDArray A { get; init; } = 0; }" },
        { "/// <summary>Weights.</summary>\n[Tree]\ninternal class C { public NDArray A { get; init; } = 0; }", "/// <summary>Weights.</summary>\n[Tree]\ninternal partial class C { public NDArray A { get; init; } = 0; }" },
        { "class Outer { [Tree] public partial record R(NDArray A); }", "partial class Outer { [Tree] public partial record R(NDArray A); }" },
        { "partial class Outer { [Tree] record R(NDArray A); }", "partial class Outer { [Tree] partial record R(NDArray A); }" },
    };

    [Theory, MemberData(nameof(Types))]
    public async Task TheTypeBecomesPartial(string source, string expected)
    {
        (Document document, Diagnostic found) = await Find(source);
        var actions = new List<CodeAction>();
        await new MakePartial().RegisterCodeFixesAsync(new CodeFixContext(document, found, (action, _) => actions.Add(action), default));
        CodeActionOperation operation = Assert.Single(await Assert.Single(actions).GetOperationsAsync(default));
        Document changed = Assert.IsType<ApplyChangesOperation>(operation).ChangedSolution.GetDocument(document.Id)!;
        Assert.Equal(expected, (await changed.GetTextAsync()).ToString());
        Assert.Empty(Generated.From(expected).Findings);
    }

    // The document, and what the generator says of it.
    private static async Task<(Document Document, Diagnostic Found)> Find(string source)
    {
        var workspace = new AdhocWorkspace();
        Project project = workspace.AddProject("Program", LanguageNames.CSharp)
            .WithMetadataReferences(SnippetProgram.References)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddDocument("usings.cs", "global using Tangent;").Project;
        Document document = project.AddDocument("program.cs", SourceText.From(source));
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        GeneratorDriverRunResult result = CSharpGeneratorDriver.Create(new TreeGenerator()).RunGenerators(compilation).GetRunResult();
        return (document, Assert.Single(result.Diagnostics, found => found.Id is "TN001" or "TN009"));
    }
}
