using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Tangent.Generators;
using Tangent.Tests.Docs;
using Xunit;

namespace Tangent.Tests.Generators;

/// <summary>Runs the generator on a program.</summary>
internal sealed class Generated
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private readonly GeneratorDriver driver;
    private readonly CSharpCompilation program;

    private Generated(CSharpCompilation program, GeneratorDriver driver)
    {
        this.program = program;
        this.driver = driver.RunGeneratorsAndUpdateCompilation(program, out Compilation after, out _);
        After = after;
    }

    /// <summary>The program with what was written.</summary>
    public Compilation After { get; }

    /// <summary>The generator's own errors and warnings, as <c>TN001: text</c>.</summary>
    public string[] Findings => [.. driver.GetRunResult().Diagnostics.Select(Text).Order(StringComparer.Ordinal)];

    /// <summary>What the compiler says of the whole.</summary>
    public string[] Errors => [.. After.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning && !found.Id.StartsWith("TN", StringComparison.Ordinal)).Select(Text)];

    /// <summary>All that was written.</summary>
    public string Sources => string.Join('\n', driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString()));

    /// <summary>Runs the generator.</summary>
    public static Generated From(string source) => new(
        CSharpCompilation.Create(
            "Program",
            [CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using Tangent;\n" + source, Language, "program.cs")],
            SnippetProgram.References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)),
        CSharpGeneratorDriver.Create([new TreeGenerator().AsSourceGenerator()], parseOptions: Language, driverOptions: new(default, trackIncrementalGeneratorSteps: true)));

    /// <summary>Runs it again after another file was added.</summary>
    public Generated And(string source) => new(program.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Language, "other.cs")), driver);

    /// <summary>Runs the program's P.Run.</summary>
    public void Run()
    {
        using var image = new MemoryStream();
        Assert.True(After.Emit(image).Success, string.Join('\n', Errors));
        System.Reflection.Assembly.Load(image.ToArray()).GetType("P")!.GetMethod("Run")!.CreateDelegate<Action>()();
    }

    /// <summary>Why the results of a step are as they are.</summary>
    public IncrementalStepRunReason[] Reasons(string step) =>
        [.. driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static string Text(Diagnostic found) => $"{found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
}
