using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tangent.Generators;

/// <summary>Reads a type with [Tree], or a module.</summary>
internal sealed class TreeParser(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
{
    private readonly List<Finding> findings = [];
    private readonly bool isModule = TangentTypes.IsModule(type);

    public TreeModel Parse()
    {
        RequirePartial();
        if (isModule && TangentTypes.HasTreeAttribute(type))
            findings.Add(Finding.Of(Rules.TreeOnModule, type, type.Name));
        Member[] members = [.. isModule ? MemberReader.ReadOwn(type, findings, cancellation) : MemberReader.Read(type, findings, cancellation)];
        RequireDifferentKeys(isModule ? [.. Inherited(), .. members] : members);
        Member[] captured = [.. CapturedParameters.Read(type, compilation, findings, cancellation)];
        return new(
            type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "",
            new(Outer().Reverse().Select(Header)),
            Header(type),
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            FileName(),
            type.IsValueType,
            type.IsRecord,
            type.IsSealed || type.IsValueType,
            isModule ? new(TangentTypes.IsModuleItself(type.BaseType!) ? null : type.BaseType!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), type.IsAbstract) : null,
            new([.. members, .. captured]),
            new(findings));
    }

    private void RequirePartial()
    {
        if (!IsPartial(type))
            findings.Add(Finding.Of(isModule ? Rules.ModuleNotPartial : Rules.NotPartial, type, type.Name));
        foreach (INamedTypeSymbol outer in Outer())
            if (!IsPartial(outer))
                findings.Add(Finding.Of(Rules.OuterNotPartial, outer, outer.Name, type.Name));
    }

    // Those that can be seen: of a base in another assembly its private members cannot.
    private IEnumerable<Member> Inherited() =>
        type.BaseType is { } above ? MemberReader.Read(above, [], cancellation).Where(member => member.Kind != MemberKind.Static) : [];

    private void RequireDifferentKeys(Member[] members)
    {
        var seen = new Dictionary<string, Member>();
        foreach (Member member in members)
        {
            if (seen.TryGetValue(member.Key, out Member? other))
                findings.Add(Finding.Of(Rules.SameKey, type, type.Name, other.Name, member.Name, member.Key));
            else
                seen.Add(member.Key, member);
        }
    }

    private IEnumerable<INamedTypeSymbol> Outer()
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
    }

    public static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static string Header(INamedTypeSymbol type)
    {
        string kind = type.IsRecord ? (type.IsValueType ? "record struct" : "record") : type.IsValueType ? "struct" : type.TypeKind == TypeKind.Interface ? "interface" : "class";
        string parameters = type.TypeParameters.Length == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => parameter.Name))}>";
        return $"partial {kind} @{type.Name}{parameters}";
    }

    private string FileName()
    {
        string name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("global::", "");
        return new string([.. name.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-')]) + ".Tree.g.cs";
    }
}
