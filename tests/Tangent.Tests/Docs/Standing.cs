using System.Reflection;
using Tangent.Tests.Laws;

namespace Tangent.Tests.Docs;

/// <summary>
/// The names of MLX that stand, recorded in tests/names/standing.txt: a line for each attribute, with the member that bears it, of
/// the library or of the tests. An attribute that is gone takes recorded cases with it, so this list is shortened by hand alone.
/// </summary>
internal static class Standing
{
    private static readonly HashSet<string> OfMlx = [.. MlxNames.All];

    /// <summary>The file.</summary>
    public static readonly string Path = System.IO.Path.Combine(Repository.Root, "tests", "names", "standing.txt");

    /// <summary>The lines of the file.</summary>
    public static string[] Recorded => [.. File.ReadLines(Path).Where(line => !line.StartsWith('#'))];

    /// <summary>The lines of the code, as often as overloads bear the same.</summary>
    public static string[] Now { get; } =
        [.. (from assembly in PublicOperations.Assemblies.Append(typeof(Standing).Assembly)
             from type in assembly.GetExportedTypes()
             from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(member => member is not Type).Append(type)
             from mark in member.GetCustomAttributes<MlxAttribute>(false)
             let owner = type.FullName!["Tangent.".Length..].Replace('+', '.')
             select $"{mark.Name} {(member is Type ? owner : $"{owner}.{member.Name}")}").Order(StringComparer.Ordinal)];

    /// <summary>What is in the first list more often than in the second.</summary>
    public static string[] Without(string[] lines, string[] others)
    {
        Dictionary<string, int> left = others.CountBy(line => line).ToDictionary();
        return [.. lines.Where(line => !left.TryGetValue(line, out int count) || (left[line] = count - 1) < 0)];
    }

    /// <summary>True for a name that is recorded.</summary>
    public static bool Has(string name) => Array.Exists(Recorded, line => line.StartsWith(name + " ", StringComparison.Ordinal));

    /// <summary>True for a name of MLX that has no counterpart yet.</summary>
    public static bool IsAwaited(string name) => OfMlx.Contains(name) && !Has(name);
}
