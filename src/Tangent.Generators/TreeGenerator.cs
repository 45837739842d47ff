using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tangent.Generators;

/// <summary>
/// Writes <c>ITree.Accept</c> into types with <c>[Tree]</c> and what goes through the members of modules, and names the containers that a program uses as trees, so that code for
/// them is there where none is made at run time.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TreeGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that reads types with [Tree].</summary>
    public const string TypesStep = "Trees";

    /// <summary>The name of the step that reads modules.</summary>
    public const string ModulesStep = "Modules";

    /// <summary>The name of the step that gathers containers.</summary>
    public const string ContainersStep = "Containers";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<TreeModel> types = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Tangent.TreeAttribute",
            (node, _) => node is TypeDeclarationSyntax,
            (found, cancellation) => TangentTypes.IsModule((ITypeSymbol)found.TargetSymbol) ? null : new TreeParser((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, cancellation).Parse())
            .Where(found => found is not null)
            .Select((found, _) => found!)
            .WithTrackingName(TypesStep);
        context.RegisterSourceOutput(types, WriteType);

        IncrementalValuesProvider<TreeModel> modules = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => node is ClassDeclarationSyntax { BaseList: not null }, ModuleFinder.Find)
            .Where(found => found is not null)
            .Select((found, _) => found!)
            .WithTrackingName(ModulesStep);
        context.RegisterSourceOutput(modules, WriteType);

        IncrementalValuesProvider<Finding> mistakes = context.SyntaxProvider.CreateSyntaxProvider(
            (node, _) => node is TypeDeclarationSyntax { BaseList: not null },
            HandWritten.Check).SelectMany((found, _) => found);
        context.RegisterSourceOutput(mistakes, (output, found) => output.ReportDiagnostic(found.Diagnostic));

        IncrementalValueProvider<EquatableArray<Container>> containers = context.SyntaxProvider
            .CreateSyntaxProvider(ContainerFinder.MayName, ContainerFinder.Find)
            .Where(found => found.Count > 0)
            .Collect()
            .Select((found, _) => new EquatableArray<Container>(found.SelectMany(some => some).Distinct().OrderBy(container => container.Call, System.StringComparer.Ordinal)))
            .WithTrackingName(ContainersStep);
        IncrementalValueProvider<bool> hasTrees = context.CompilationProvider.Select((compilation, _) => compilation.GetTypeByMetadataName("Tangent.TreeTypes") is not null);
        context.RegisterSourceOutput(containers.Combine(hasTrees), (output, found) => ContainerEmitter.Write(output, found.Right ? found.Left : default));
    }

    private static void WriteType(SourceProductionContext output, TreeModel model)
    {
        foreach (Finding finding in model.Findings)
            output.ReportDiagnostic(finding.Diagnostic);
        if (model.Findings.All(finding => finding.Rule.DefaultSeverity != DiagnosticSeverity.Error))
            output.AddSource(model.File, model.Module is { } module ? new ModuleEmitter(model, module).Write() : new TreeEmitter(model).Write());
    }
}
