using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tangent.Generators;

/// <summary>Checks types that are trees without [Tree]: those that derive from one, and those that implement ITree by hand.</summary>
internal static class HandWritten
{
    public static EquatableArray<Finding> Check(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var declaration = (TypeDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol type || type.TypeKind == TypeKind.Interface
            || TangentTypes.HasTreeAttribute(type) || TangentTypes.IsModule(type))
            return default;
        for (INamedTypeSymbol? above = type.BaseType; above is not null; above = above.BaseType)
            if (TangentTypes.HasTreeAttribute(above))
                return new([Finding.Of(Rules.DerivedWithout, type, type.Name, above.Name)]);
        if (!TangentTypes.IsTree(type))
            return default;
        MethodDeclarationSyntax? accept = declaration.Members.OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(method => method.Identifier.ValueText == "Accept" && method.ParameterList.Parameters.Count == 1 && method.ExplicitInterfaceSpecifier?.Name is null or SimpleNameSyntax or QualifiedNameSyntax);
        return accept is null || (accept.Body is null && accept.ExpressionBody is null) ? default : new(Forgotten(type, [.. declaration.Members.OfType<MethodDeclarationSyntax>().Where(TakesVisitor)]));
    }

    // Accept may leave work to other methods.
    private static bool TakesVisitor(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.Any(parameter => parameter.Type?.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == "TreeVisitor") is true);

    private static IEnumerable<Finding> Forgotten(INamedTypeSymbol type, MethodDeclarationSyntax[] methods)
    {
        HashSet<string> named = [.. methods.SelectMany(method => method.DescendantNodes()).OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText)];
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic))
        {
            ISymbol member = field.AssociatedSymbol ?? field;
            bool holds = TangentTypes.Classify(field.Type) is MemberKind.Array or MemberKind.Unreachable || (TangentTypes.Classify(field.Type) == MemberKind.Tree && !TangentTypes.IsNumber(field.Type));
            if (holds && !named.Contains(member.Name) && !TangentTypes.Has(member, "StaticAttribute"))
                yield return Finding.Of(Rules.Forgotten, member, type.Name, member.Name);
        }
    }
}
