using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Tangent.Generators;

/// <summary>Gathers the containers of arrays in a type, and in the members of the [Tree] types in it.</summary>
internal sealed class ContainerCollector
{
    // Tuples without the names of their elements, which make no other type.
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private readonly HashSet<ITypeSymbol> seen = new(SymbolEqualityComparer.Default);

    public List<Container> Containers { get; } = [];

    public void Collect(ITypeSymbol? type)
    {
        if (type is null or { TypeKind: TypeKind.Error } || !seen.Add(type))
            return;
        if (type is IArrayTypeSymbol array)
            Collect(array.ElementType);
        if (type is INamedTypeSymbol named)
        {
            foreach (ITypeSymbol argument in named.TypeArguments)
                Collect(argument);
            // Members that depend on type arguments are named nowhere.
            if (named.IsGenericType && TangentTypes.HasTreeAttribute(named.OriginalDefinition))
                foreach (IFieldSymbol field in named.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic))
                    Collect(field.Type);
        }
        if (TangentTypes.Items(type) is { } items && !HasTypeParameter(type) && MayHoldArrays(type) && TypeHome.Of(type) is { } home)
            Containers.Add(new(Call(type, items), home));
    }

    private static bool MayHoldArrays(ITypeSymbol type) =>
        TangentTypes.IsArray(type) || TangentTypes.IsTree(type) || type.SpecialType == SpecialType.System_Object
        || (TangentTypes.Items(type) ?? []).Any(MayHoldArrays)
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && MayHoldArrays(nullable.TypeArguments[0]));

    private static bool HasTypeParameter(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HasTypeParameter(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasTypeParameter) || (named.ContainingType is { } outer && HasTypeParameter(outer)),
        _ => false,
    };

    private static string Call(ITypeSymbol type, IReadOnlyList<ITypeSymbol> items)
    {
        string arguments = string.Join(", ", items.Select(item => item.ToDisplayString(Full)));
        string name = type is INamedTypeSymbol named ? TangentTypes.IsTuple(named) ? "Tuple" : TangentTypes.IsDictionary(named) ? "Dictionary" : "List" : "List";
        return $"global::Tangent.TreeTypes.{name}<{arguments}>();";
    }
}
