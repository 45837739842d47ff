using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tangent.Tests.Docs;

/// <summary>Compiles a snippet as the top-level statements of a program, and runs it.</summary>
internal static class SnippetProgram
{
    // Stands before System.Console, because it is in no namespace. The line is that of the page.
    private const string Surroundings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Tangent;

        internal static class Console
        {
            public static List<(int Line, string Text)> Printed { get; } = [];

            public static void WriteLine(object? value, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) =>
                Printed.Add((line, FormattableString.Invariant($"{value}")));
        }
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private static readonly Lazy<MetadataReference[]> Assemblies = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(path) != "Tangent.Tests.dll")
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))]);

    /// <summary>What the tests themselves are built with.</summary>
    public static MetadataReference[] References => Assemblies.Value;

    /// <summary>What the program printed, with the line of the page that printed it.</summary>
    public static List<(int Line, string Text)> Run(Snippet snippet)
    {
        using var image = new MemoryStream();
        CSharpCompilation compilation = Compilation(snippet);
        string[] errors = [.. compilation.Emit(image).Diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(Text)];
        if (errors.Length > 0)
            throw new InvalidDataException(string.Join('\n', errors));
        image.Position = 0;
        var context = new AssemblyLoadContext(snippet.Id, isCollectible: true);
        try
        {
            return Run(context.LoadFromStream(image), snippet);
        }
        finally
        {
            context.Unload();
        }
    }

    private static List<(int Line, string Text)> Run(Assembly program, Snippet snippet)
    {
        try
        {
            program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        catch (TargetInvocationException error)
        {
            throw new InvalidOperationException($"{snippet.Id}: {error.InnerException!.Message}", error.InnerException);
        }
        return (List<(int, string)>)program.GetType("Console")!.GetProperty("Printed")!.GetValue(null)!;
    }

    private static CSharpCompilation Compilation(Snippet snippet)
    {
        var source = new StringBuilder();
        foreach ((int line, string text) in snippet.Blocks)
            source.Append(System.Globalization.CultureInfo.InvariantCulture, $"#line {line} \"{snippet.Page}\"\n{text}\n");
        // The tour looks at what is internal, and so bears the name of a friend.
        string name = snippet.Page == "docs/tour.md" ? "Tangent.Tests" : "Snippet";
        CSharpCompilation written = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source.ToString(), Language), CSharpSyntaxTree.ParseText(Surroundings, Language)],
            References,
            new(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new Tangent.Generators.TreeGenerator().AsSourceGenerator()], parseOptions: Language);
        driver.RunGeneratorsAndUpdateCompilation(written, out Compilation compilation, out _);
        return (CSharpCompilation)compilation;
    }

    private static string Text(Diagnostic found)
    {
        FileLinePositionSpan place = found.Location.GetMappedLineSpan();
        return $"{place.Path}:{place.StartLinePosition.Line + 1}: {found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
