using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Tangent.Layers;

/// <summary>
/// Arrays by path, in order: the parameters of a module, their gradients, the state of an optimiser. It is a tree, which every
/// transform takes, and does not change: what changes it makes another.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "What it is matters, not that it is a dictionary.")]
public sealed partial class ParameterTree : IReadOnlyDictionary<string, NDArray>, ITree<ParameterTree>
{
    private readonly string[] paths;
    private readonly NDArray[] arrays;
    [Static] private Dictionary<string, int>? places;

    /// <summary>A tree without arrays.</summary>
    public static ParameterTree Empty { get; } = new([], []);

    /// <summary>A tree of arrays by path, in the order in which they come.</summary>
    /// <exception cref="ArgumentException">A path comes twice, or an array is null.</exception>
    public ParameterTree(IEnumerable<KeyValuePair<string, NDArray>> arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        KeyValuePair<string, NDArray>[] given = [.. arrays];
        paths = System.Array.ConvertAll(given, pair => pair.Key);
        this.arrays = System.Array.ConvertAll(given, pair => pair.Value?.Share() ?? throw new ArgumentException($"ParameterTree: the array '{pair.Key}' is null.", nameof(arrays)));
        _ = Places;
    }

    /// <summary>A tree of these very arrays.</summary>
    internal ParameterTree(string[] paths, NDArray[] arrays) => (this.paths, this.arrays) = (paths, arrays);

    /// <summary>How many arrays there are.</summary>
    public int Count => paths.Length;

    /// <summary>The paths.</summary>
    public IEnumerable<string> Keys => paths;

    /// <summary>The arrays.</summary>
    public IEnumerable<NDArray> Values => arrays;

    /// <summary>The array at a path.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public NDArray this[string key] => TryGetValue(key, out NDArray? array) ? array : throw new KeyNotFoundException(Missing(key));

    internal string[] Paths => paths;

    internal NDArray[] Arrays => arrays;

    private Dictionary<string, int> Places => places ??= MakePlaces();

    /// <summary>True if there is an array at a path.</summary>
    public bool ContainsKey(string key) => Places.ContainsKey(key);

    /// <summary>The array at a path, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out NDArray value)
    {
        bool isThere = Places.TryGetValue(key, out int place);
        value = isThere ? arrays[place] : null;
        return isThere;
    }

    /// <summary>Paths and arrays.</summary>
    public IEnumerator<KeyValuePair<string, NDArray>> GetEnumerator()
    {
        for (int i = 0; i < paths.Length; i++)
            yield return KeyValuePair.Create(paths[i], arrays[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    ParameterTree ITree<ParameterTree>.Accept(TreeVisitor visitor)
    {
        NDArray?[] seen = [.. arrays];
        for (int i = 0; i < seen.Length; i++)
            visitor.Array(paths[i], ref seen[i]);
        if (visitor.Access == TreeAccess.Read)
            return this;
        if (System.Array.IndexOf(seen, null) < 0)
            return new ParameterTree(paths, seen!);
        int[] left = [.. Enumerable.Range(0, seen.Length).Where(i => seen[i] is not null)];
        return new ParameterTree(System.Array.ConvertAll(left, i => paths[i]), System.Array.ConvertAll(left, i => seen[i]!));
    }

    private Dictionary<string, int> MakePlaces()
    {
        var made = new Dictionary<string, int>(paths.Length);
        for (int i = 0; i < paths.Length; i++)
            if (!made.TryAdd(paths[i], i))
                throw new ArgumentException($"ParameterTree: there are two arrays '{paths[i]}'.");
        return made;
    }

    private string Missing(string key) => $"ParameterTree: there is no array '{key}'{(NearestName.Of(key, paths) is { } near ? $"; did you mean '{near}'?" : ".")}";
}
