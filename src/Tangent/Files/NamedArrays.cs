namespace Tangent;

/// <summary>The arrays to be written, as they are at the call.</summary>
internal static class NamedArrays
{
    /// <summary>Names and arrays; one that is missing is refused.</summary>
    public static (string Name, NDArray Array)[] Of(string function, IReadOnlyDictionary<string, NDArray> arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        var named = new List<(string, NDArray)>(arrays.Count);
        foreach ((string name, NDArray array) in arrays)
            named.Add((name, array?.Share() ?? throw new ArgumentException($"{function}: the array \"{name}\" is null.", nameof(arrays))));
        return [.. named];
    }
}
