using System.Globalization;

namespace Tangent;

/// <summary>The names of elements.</summary>
internal static class TreeNames
{
    private static readonly string[] Small = [.. Enumerable.Range(0, 64).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The name of an element by its index.</summary>
    public static string Of(int index) => index < Small.Length ? Small[index] : index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The path of a place inside a tree at <paramref name="path"/>.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : name.Length == 0 ? path : $"{path}.{name}";
}
