using System.Reflection;

namespace Tangent.Tests.Laws;

/// <summary>The public functions and members, found by reflection.</summary>
internal static class PublicOperations
{
    /// <summary>The library: arrays and transforms, and networks of them.</summary>
    public static readonly Assembly[] Assemblies = [typeof(Mx).Assembly, typeof(Nn).Assembly];

    /// <summary>What has a counterpart in MLX: names as they are written in C#, such as <c>Mx.Random.Uniform</c>, with the names in MLX.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = Types()
        .SelectMany(Members)
        .GroupBy(member => member.Name)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.SelectMany(member => member.Mlx).Distinct().Order(StringComparer.Ordinal).ToArray());

    /// <summary>The public functions of <c>Mx</c> and <c>Nn</c>, whether they have a counterpart in MLX or not, and all else that has one.</summary>
    public static IReadOnlyList<string> Surface { get; } =
        [.. Types().Where(IsOfFunctions).SelectMany(Functions).Concat(All.Keys).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every kind of node that a graph can hold.</summary>
    public static IReadOnlyList<Type> Primitives { get; } =
        [.. typeof(Primitive).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Primitive)) && !type.IsAbstract)];

    /// <summary>True for <c>Mx</c>, <c>Nn</c> and what is in them.</summary>
    public static bool IsOfFunctions(Type type) => type == typeof(Mx) || type.DeclaringType == typeof(Mx) || type == typeof(Nn) || type.DeclaringType == typeof(Nn);

    private static IEnumerable<Type> Types() => Assemblies.SelectMany(assembly => assembly.GetExportedTypes());

    private static IEnumerable<string> Functions(Type type) =>
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where member is not Type && member is not MethodInfo { IsSpecialName: true }
        select $"{type.FullName!["Tangent.".Length..].Replace('+', '.')}.{member.Name}";

    private static IEnumerable<(string Name, IEnumerable<string> Mlx)> Members(Type type)
    {
        string prefix = type.FullName!["Tangent.".Length..].Replace('+', '.');
        if (Names(type).Any())
            yield return (prefix, Names(type));
        foreach (MemberInfo member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            if (member is not Type && Names(member).Any())
                yield return ($"{prefix}.{member.Name}", Names(member));
    }

    private static IEnumerable<string> Names(MemberInfo member) => member.GetCustomAttributes<MlxAttribute>(false).Select(attribute => attribute.Name);
}
