using System.Reflection;
using Tangent.Tests.Laws;

namespace Tangent.Tests.Golden.Running;

/// <summary>The public members of Tangent, and of the tests for what has no name in C#, by the MLX name that they bear.</summary>
public static class MlxMembers
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly ILookup<string, Callable> Members = Declared().ToLookup(entry => entry.Name, entry => entry.Callable);

    /// <summary>
    /// The overloads that bear a dotted Python name without the leading <c>mlx.</c> An <c>operator.add</c> is the
    /// array's <c>__add__</c>.
    /// </summary>
    public static IReadOnlyList<Callable> Find(string name) => [.. Members[Plain(name)]];

    /// <summary>The name that a member bears for the dotted name of a case.</summary>
    public static string Plain(string name) =>
        name.StartsWith("operator.", StringComparison.Ordinal) ? $"core.array.__{name[9..].TrimEnd('_')}__" : name;

    private static IEnumerable<(string Name, Callable Callable)> Declared() =>
        from assembly in PublicOperations.Assemblies.Append(typeof(MlxMembers).Assembly)
        from type in assembly.GetExportedTypes()
        from member in type.GetMembers(Everything).Append(type)
        from mark in member.GetCustomAttributes<MlxAttribute>()
        from callable in Callable.Of(member)
        select (mark.Name, callable);
}
