using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Tangent.Generators;

/// <summary>What types are to trees.</summary>
internal static class TangentTypes
{
    private static readonly HashSet<string> Lists =
    [
        "System.Collections.Generic.List<T>", "System.Collections.Generic.IList<T>", "System.Collections.Generic.IReadOnlyList<T>",
        "System.Collections.Immutable.ImmutableArray<T>",
    ];

    private static readonly HashSet<string> Dictionaries =
    [
        "System.Collections.Generic.Dictionary<TKey, TValue>", "System.Collections.Generic.IDictionary<TKey, TValue>",
        "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>",
    ];

    private static readonly HashSet<string> Numbers = ["float", "double", "decimal", "System.Half", "System.Numerics.Complex", "Tangent.BFloat16", "Tangent.Complex64", "System.Numerics.BFloat16"];

    // Of the library's own types, these are compared by value and hold no arrays.
    private static readonly HashSet<string> Settings = ["Tangent.Shape", "Tangent.Axes", "Tangent.PerAxis"];

    public static bool IsArray(ITypeSymbol type) => type is { Name: "NDArray", ContainingType: null } && IsOfTangent(type);

    public static bool HasTreeAttribute(ITypeSymbol type) => Has(type, "TreeAttribute");

    public static bool IsTree(ITypeSymbol type) => HasTreeAttribute(type) || IsTreeInterface(type) || type.AllInterfaces.Any(IsTreeInterface);

    public static bool IsModule(ITypeSymbol type)
    {
        for (ITypeSymbol? above = type.BaseType; above is not null; above = above.BaseType)
            if (IsModuleItself(above))
                return true;
        return false;
    }

    public static bool IsModuleItself(ITypeSymbol type) =>
        type is { Name: "Module", ContainingNamespace: { Name: "Layers", ContainingNamespace: { Name: "Tangent", ContainingNamespace.IsGlobalNamespace: true } } };

    public static bool IsTreeInterface(ITypeSymbol type) => type is { Name: "ITree", TypeKind: TypeKind.Interface } && IsOfTangent(type);

    public static bool IsOfTangent(ISymbol symbol) => symbol.ContainingNamespace is { Name: "Tangent", ContainingNamespace.IsGlobalNamespace: true };

    public static bool Has(ISymbol symbol, string attribute) => Find(symbol, attribute) is not null;

    public static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass is { } found && found.Name == attribute && IsOfTangent(found));

    public static bool IsNumber(ITypeSymbol type) => Numbers.Contains(type.ToDisplayString());

    /// <summary>True for a number, a number or nothing, and a .NET array of numbers.</summary>
    public static bool IsOfNumbers(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsNumber(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsNumber(nullable.TypeArguments[0]),
        _ => IsNumber(type),
    };

    /// <summary>The types of the items of a container that visitors know; null for any other type.</summary>
    public static IReadOnlyList<ITypeSymbol>? Items(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return [array.ElementType];
        if (type is not INamedTypeSymbol { IsGenericType: true } named)
            return null;
        string definition = named.OriginalDefinition.ToDisplayString();
        if (Lists.Contains(definition))
            return [named.TypeArguments[0]];
        if (Dictionaries.Contains(definition))
            return named.TypeArguments[0].SpecialType == SpecialType.System_String ? [named.TypeArguments[1]] : null;
        return IsTuple(named) ? named.TypeArguments : null;
    }

    public static bool IsTuple(INamedTypeSymbol type) =>
        type is { IsGenericType: true, Name: "ValueTuple" or "Tuple", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    public static bool IsDictionary(INamedTypeSymbol type) => Dictionaries.Contains(type.OriginalDefinition.ToDisplayString());

    public static MemberKind Classify(ITypeSymbol type) => Classify(type, []);

    /// <summary>True for what visitors know as part of the form wherever it stands.</summary>
    public static bool IsKnownStatic(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Enum or TypeKind.Delegate
        || type.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_UInt64) or SpecialType.System_String or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_DateTime
        || Settings.Contains(type.ToDisplayString())
        || type.ToDisplayString() is "System.Type" or "System.Guid" or "System.TimeSpan" or "System.Index" or "System.Range";

    private static MemberKind Classify(ITypeSymbol type, HashSet<ITypeSymbol> inside)
    {
        if (IsArray(type))
            return MemberKind.Array;
        if (IsTree(type) || IsNumber(type) || type.TypeKind == TypeKind.TypeParameter)
            return MemberKind.Tree;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Classify(nullable.TypeArguments[0], inside);
        if (IsKnownStatic(type))
            return MemberKind.Static;
        if (Items(type) is { } items)
            return OfContainer(items, inside);
        return HoldsArrays(type, inside) ? MemberKind.Unreachable : MemberKind.Static;
    }

    // A visitor compares what is in a container; objects of the program's own it does not know.
    private static MemberKind OfContainer(IReadOnlyList<ITypeSymbol> items, HashSet<ITypeSymbol> inside)
    {
        MemberKind[] kinds = [.. items.Select(item => Classify(item, inside))];
        if (kinds.Contains(MemberKind.Unreachable))
            return MemberKind.Unreachable;
        bool isSeen = items.Select((item, i) => kinds[i] != MemberKind.Static || IsKnownStatic(item)).All(seen => seen);
        return isSeen ? MemberKind.Tree : kinds.All(kind => kind == MemberKind.Static) ? MemberKind.Static : MemberKind.Unreachable;
    }

    private static bool HoldsArrays(ITypeSymbol type, HashSet<ITypeSymbol> inside)
    {
        if (type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.Dynamic)
            return true;
        if (type is IArrayTypeSymbol array)
            return Classify(array.ElementType, inside) != MemberKind.Static;
        if (type is INamedTypeSymbol { IsGenericType: true } generic && generic.TypeArguments.Any(argument => IsArray(argument) || IsTree(argument) || argument.SpecialType == SpecialType.System_Object))
            return true;
        if (!inside.Add(type.OriginalDefinition) || IsOfSystem(type))
            return false;
        if (type.TypeKind == TypeKind.Interface || (type.IsAbstract && type.TypeKind == TypeKind.Class))
            return true;
        for (ITypeSymbol? declared = type; declared is not null && !IsOfSystem(declared); declared = declared.BaseType)
            if (declared.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && Classify(field.Type, inside) is var kind && kind != MemberKind.Static && !IsNumber(field.Type)))
                return true;
        return false;
    }

    private static bool IsOfSystem(ITypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "System" or "Microsoft" };
    }
}
