using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Tangent.Tests.Laws;

namespace Tangent.Tests.Layers;

/// <summary>Which folders of a project use which, by what the names in its sources mean to the compiler; comments do not count.</summary>
internal sealed class FolderGraph
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private readonly string root;
    private readonly SortedDictionary<(string From, string To), SortedSet<string>> uses = [];

    /// <summary>Reads the sources of a project.</summary>
    public FolderGraph(string project)
    {
        root = Path.Combine(Repository.Root, "src", project);
        SyntaxTree[] sources = [.. Files().Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))];
        var compilation = CSharpCompilation.Create(
            project,
            [.. sources, CSharpSyntaxTree.ParseText(Usings)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsOfSystem).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Folders = [.. sources.Select(source => FolderOf(source.FilePath)).Distinct().Order(StringComparer.Ordinal)];
        HashSet<string> names = [.. sources.SelectMany(Declared)];
        Parallel.ForEach(sources, source => Read(compilation.GetSemanticModel(source), names));
    }

    /// <summary>All folders that hold sources, relative to the project.</summary>
    public string[] Folders { get; }

    /// <summary>Pairs of folders of which the first uses the second, with the names that it uses.</summary>
    public IEnumerable<(string From, string To, string Names)> Uses =>
        uses.Select(use => (use.Key.From, use.Key.To, string.Join(", ", use.Value)));

    private IEnumerable<string> Files() => Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
        .Where(file => FolderOf(file).Split('/')[0] is not ("obj" or "bin"));

    private static bool IsOfSystem(string path) => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll");

    // What can be used without naming the type that it belongs to is an extension.
    private static IEnumerable<string> Declared(SyntaxTree source) => source.GetRoot().DescendantNodes().Select(node => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method when method.Parent is ExtensionBlockDeclarationSyntax || method.ParameterList.Parameters is [{ Modifiers.Count: > 0 }, ..] => method.Identifier.Text,
        PropertyDeclarationSyntax { Parent: ExtensionBlockDeclarationSyntax } property => property.Identifier.Text,
        _ => "",
    });

    private void Read(SemanticModel model, HashSet<string> names)
    {
        string from = FolderOf(model.SyntaxTree.FilePath), file = Path.GetFileNameWithoutExtension(model.SyntaxTree.FilePath);
        foreach (SimpleNameSyntax name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            if (names.Contains(name.Identifier.Text) && model.GetSymbolInfo(name).Symbol is { } symbol && Home(symbol) is { } type)
                foreach (Location place in type.Locations)
                    if (place.SourceTree is { FilePath.Length: > 0 } other && FolderOf(other.FilePath) is var to && to != from)
                        Add(from, to, $"{file}: {type.Name}");
    }

    // The outermost type that a name is, or is a member of.
    private static INamedTypeSymbol? Home(ISymbol symbol)
    {
        INamedTypeSymbol? type = (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.OriginalDefinition;
        while (type?.ContainingType is { } outer)
            type = outer;
        return type;
    }

    private void Add(string from, string to, string name)
    {
        lock (uses)
        {
            if (!uses.TryGetValue((from, to), out SortedSet<string>? names))
                uses[(from, to)] = names = new(StringComparer.Ordinal);
            names.Add(name);
        }
    }

    private string FolderOf(string file) => Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/');
}
