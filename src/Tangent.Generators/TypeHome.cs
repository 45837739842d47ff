using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Tangent.Generators;

/// <summary>Where a type can be named.</summary>
internal static class TypeHome
{
    /// <summary>Empty where the type can be named anywhere in its assembly; else the type inside which it can; null where generated code cannot name it.</summary>
    public static EquatableArray<string>? Of(ITypeSymbol type)
    {
        if (Named(type).Any(named => named.IsAnonymousType || named.TypeKind == TypeKind.Error))
            return null;
        INamedTypeSymbol[] hidden = [.. Named(type).Where(IsHidden)];
        if (hidden.Length == 0)
            return new EquatableArray<string>([]);
        INamedTypeSymbol? home = hidden[0].ContainingType;
        if (home is null || hidden.Any(other => !SymbolEqualityComparer.Default.Equals(other.ContainingType, home)))
            return null;
        var headers = new List<string>();
        for (INamedTypeSymbol? outer = home; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType || IsHidden(outer) || outer.TypeKind == TypeKind.Interface || !TreeParser.IsPartial(outer))
                return null;
            headers.Insert(0, TreeParser.Header(outer));
        }
        headers.Insert(0, home.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "");
        return new(headers);
    }

    private static bool IsHidden(INamedTypeSymbol type) =>
        type.IsFileLocal || type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;

    // The named types in a type, and those that they are nested in.
    private static IEnumerable<INamedTypeSymbol> Named(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
            return Named(array.ElementType);
        if (type is not INamedTypeSymbol named)
            return [];
        IEnumerable<INamedTypeSymbol> inner = named.TypeArguments.SelectMany(Named);
        return named.IsTupleType ? inner : inner.Append(named).Concat(named.ContainingType is { } outer ? Named(outer) : []);
    }
}
