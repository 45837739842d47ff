using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tangent.Generators;

/// <summary>Finds arrays that a class or struct holds as parameters of its primary constructor, where no visitor can reach them.</summary>
internal static class CapturedParameters
{
    public static void Find(INamedTypeSymbol type, List<Finding> findings, CancellationToken cancellation)
    {
        if (type.IsRecord)
            return;
        foreach (TypeDeclarationSyntax declaration in type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>())
            foreach (IParameterSymbol parameter in type.InstanceConstructors.SelectMany(constructor => constructor.Parameters))
                if (IsOf(declaration, parameter) && TangentTypes.Classify(parameter.Type) is MemberKind.Array or MemberKind.Tree or MemberKind.Unreachable
                    && !TangentTypes.IsNumber(parameter.Type) && IsUsedLater(type, parameter.Name, cancellation))
                    findings.Add(Finding.Of(Rules.Captured, parameter, type.Name, parameter.Name));
    }

    private static bool IsOf(TypeDeclarationSyntax declaration, IParameterSymbol parameter) =>
        declaration.ParameterList is { } list && parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().Parent == list);

    // In initialisers it is only read; in methods and accessors it must be kept for.
    private static bool IsUsedLater(INamedTypeSymbol type, string name, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>())
            .Any(use => use.Identifier.ValueText == name && IsInBody(use) && !IsMemberName(use));

    private static bool IsMemberName(IdentifierNameSyntax use) => use.Parent is MemberAccessExpressionSyntax access && access.Name == use;

    private static bool IsInBody(SyntaxNode use)
    {
        for (SyntaxNode? node = use; node is not null and not TypeDeclarationSyntax; node = node.Parent)
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax || (node is ArrowExpressionClauseSyntax && node.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax))
                return true;
        return false;
    }
}
