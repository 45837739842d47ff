using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Tangent.Generators;

/// <summary>Reads the members of a type with [Tree]: whatever is stored in its objects, those of base types first.</summary>
internal static class MemberReader
{
    public static IEnumerable<Member> Read(INamedTypeSymbol type, List<Finding> findings, CancellationToken cancellation)
    {
        var bases = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? declared = type; declared is { SpecialType: SpecialType.None }; declared = declared.BaseType)
            bases.Push(declared);
        foreach (INamedTypeSymbol declared in bases)
            foreach (IFieldSymbol field in Fields(declared))
            {
                cancellation.ThrowIfCancellationRequested();
                if (Read(type, field, findings) is { } member)
                    yield return member;
            }
    }

    /// <summary>The members that a module itself declares; those of its base are visited by the base's own code, which may be in another assembly.</summary>
    public static IEnumerable<Member> ReadOwn(INamedTypeSymbol type, List<Finding> findings, CancellationToken cancellation)
    {
        foreach (IFieldSymbol field in Fields(type))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Read(type, field, findings) is { } member)
                yield return member with { Slot = field.Name };
        }
    }

    // Those without a name in C# belong to properties, or to captured parameters, which are read elsewhere.
    private static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst && (field.CanBeReferencedByName || field.AssociatedSymbol is not null));

    private static Member? Read(INamedTypeSymbol type, IFieldSymbol field, List<Finding> findings)
    {
        ISymbol member = field.AssociatedSymbol ?? field;
        if (member is IEventSymbol)
            return null;
        ISymbol[] marked = [.. new ISymbol?[] { member, field, Parameter(field.ContainingType, member.Name) }.OfType<ISymbol>()];
        string key = marked.Select(symbol => TangentTypes.Find(symbol, "KeyAttribute")?.ConstructorArguments[0].Value as string).FirstOrDefault(found => found is not null) ?? SnakeCase.Of(member.Name);
        bool isStatic = marked.Any(symbol => TangentTypes.Has(symbol, "StaticAttribute"));
        bool isBuffer = marked.Any(symbol => TangentTypes.Has(symbol, "BufferAttribute"));
        bool isSetting = TangentTypes.IsModule(type) && TangentTypes.IsOfNumbers(field.Type);
        MemberKind kind = isStatic || isSetting ? MemberKind.Static : TangentTypes.Classify(field.Type);
        Check(type, member, field.Type, kind, key, isBuffer, findings);
        bool isOwn = SymbolEqualityComparer.Default.Equals(field.ContainingType, type);
        bool isHidden = !isOwn && member.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal && !IsVisible(member, type);
        return new(
            member.Name, key, kind, isBuffer, field.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            isHidden || !IsAssignable(member, isOwn, type) ? field.Name : null,
            field.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), isHidden);
    }

    private static bool IsVisible(ISymbol member, INamedTypeSymbol type) =>
        member.DeclaredAccessibility != Accessibility.Private && SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly);

    private static bool IsAssignable(ISymbol member, bool isOwn, INamedTypeSymbol type) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { IsInitOnly: false } set } => isOwn || set.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal || IsVisible(set, type),
        _ => false,
    };

    // A positional record's property comes from the parameter of that name, and may be marked there.
    private static IParameterSymbol? Parameter(INamedTypeSymbol type, string name) =>
        type.IsRecord ? type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).FirstOrDefault(parameter =>
            parameter.Name == name && parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().Parent?.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax)) : null;

    private static void Check(INamedTypeSymbol type, ISymbol member, ITypeSymbol memberType, MemberKind kind, string key, bool isBuffer, List<Finding> findings)
    {
        if (key.Length == 0 || key.Contains('.') || key == "__metadata__")
            findings.Add(Finding.Of(Rules.BadKey, member, type.Name, member.Name, key));
        if (isBuffer && kind is not (MemberKind.Array or MemberKind.Tree))
            findings.Add(Finding.Of(Rules.NotArray, member, type.Name, member.Name));
        if (kind == MemberKind.Unreachable)
            findings.Add(Finding.Of(Rules.Unreachable, member, type.Name, member.Name, memberType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), Advice(memberType)));
        if (kind == MemberKind.Static && !HasEquality(memberType))
            findings.Add(Finding.Of(Rules.NoEquality, member, type.Name, member.Name, memberType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }

    private static string Advice(ITypeSymbol type) =>
        type.Locations.Any(location => location.IsInSource) && type.TypeKind is TypeKind.Class or TypeKind.Struct
            ? $"write [Tree] on {type.Name}, or [Static] on the member"
            : "hold them in a List, an array, a Dictionary by string or a tuple, or mark the member [Static]";

    private static bool HasEquality(ITypeSymbol type)
    {
        if (type.IsValueType || TangentTypes.IsKnownStatic(type) || TangentTypes.IsOfNumbers(type) || type.TypeKind is TypeKind.TypeParameter or TypeKind.Interface || type.IsAbstract)
            return true;
        for (ITypeSymbol? declared = type; declared is { SpecialType: not SpecialType.System_Object }; declared = declared.BaseType)
            if (declared.IsRecord || declared.GetMembers("Equals").OfType<IMethodSymbol>().Any(method => method.IsOverride))
                return true;
        return false;
    }
}
