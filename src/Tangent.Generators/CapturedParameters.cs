using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tangent.Generators;

/// <summary>Finds the parameters of a primary constructor that a class or struct holds on to, since its methods use them.</summary>
internal static class CapturedParameters
{
    /// <summary>Those that are part of the form; of arrays, which no visitor could replace, a finding.</summary>
    public static IEnumerable<Member> Read(INamedTypeSymbol type, Compilation compilation, List<Finding> findings, CancellationToken cancellation)
    {
        if (type.IsRecord)
            yield break;
        foreach (TypeDeclarationSyntax declaration in type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>())
            foreach (IParameterSymbol parameter in type.InstanceConstructors.SelectMany(constructor => constructor.Parameters))
            {
                if (!IsOf(declaration, parameter) || !IsUsedLater(type, parameter, compilation, cancellation))
                    continue;
                if (TangentTypes.Classify(parameter.Type) == MemberKind.Static || TangentTypes.IsOfNumbers(parameter.Type))
                    yield return new(
                        parameter.Name, $"<{parameter.Name}>", MemberKind.Static, IsBuffer: false, parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                        $"<{parameter.Name}>P", type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), IsHidden: true);
                else
                    findings.Add(Finding.Of(Rules.Captured, parameter, type.Name, parameter.Name));
            }
    }

    private static bool IsOf(TypeDeclarationSyntax declaration, IParameterSymbol parameter) =>
        declaration.ParameterList is { } list && parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().Parent == list);

    // In initialisers it is only read; for methods and accessors the compiler keeps it in a field.
    private static bool IsUsedLater(INamedTypeSymbol type, IParameterSymbol parameter, Compilation compilation, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>())
            .Any(use => use.Identifier.ValueText == parameter.Name && IsInBody(use) && !IsNamed(use)
                && SymbolEqualityComparer.Default.Equals(compilation.GetSemanticModel(use.SyntaxTree).GetSymbolInfo(use, cancellation).Symbol, parameter));

    private static bool IsNamed(IdentifierNameSyntax use) =>
        use.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private static bool IsInBody(SyntaxNode use)
    {
        for (SyntaxNode? node = use; node is not null and not TypeDeclarationSyntax; node = node.Parent)
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax || (node is ArrowExpressionClauseSyntax && node.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax))
                return true;
        return false;
    }
}
