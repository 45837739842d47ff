using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Tangent;

/// <summary>
/// The arrays of a file by name, in the order in which the file lists them. Each is read when it is evaluated, and a type that no array
/// has is an error when that array is asked for. It is a tree, as other dictionaries are: transforms take it.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "What it is matters, not that it is a dictionary.")]
public sealed class LoadedArrays : IReadOnlyDictionary<string, NDArray>, ITree<LoadedArrays>
{
    private readonly string file;
    private readonly OrderedDictionary<string, LoadedArray> arrays;

    internal LoadedArrays(string file, OrderedDictionary<string, LoadedArray> arrays, FileMetadata metadata) =>
        (this.file, this.arrays, Metadata) = (file, arrays, metadata);

    /// <summary>What else the file says.</summary>
    public FileMetadata Metadata { get; }

    /// <summary>How many arrays there are.</summary>
    public int Count => arrays.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => arrays.Keys;

    /// <summary>The arrays.</summary>
    public IEnumerable<NDArray> Values => arrays.Values.Select(array => array.Share());

    /// <summary>The array of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    /// <exception cref="FileFormatException">It is of a type that no array has.</exception>
    public NDArray this[string key] => TryGetValue(key, out NDArray? array) ? array : throw new KeyNotFoundException(Missing(key));

    /// <summary>True if there is an array of a name.</summary>
    public bool ContainsKey(string key) => arrays.ContainsKey(key);

    /// <summary>The array of a name, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out NDArray value)
    {
        value = arrays.TryGetValue(key, out LoadedArray? array) ? array.Share() : null;
        return value is not null;
    }

    /// <summary>Names and arrays.</summary>
    public IEnumerator<KeyValuePair<string, NDArray>> GetEnumerator() =>
        arrays.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Share())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    LoadedArrays ITree<LoadedArrays>.Accept(TreeVisitor visitor)
    {
        var copy = new OrderedDictionary<string, LoadedArray>(Count);
        foreach ((string name, NDArray array) in this)
        {
            NDArray? left = array;
            visitor.Array(name, ref left);
            if (left is not null)
                copy.Add(name, new LoadedArray(() => left));
        }
        return visitor.Access == TreeAccess.Read ? this : new(file, copy, Metadata);
    }

    /// <summary>The arrays but for those of types that no array has.</summary>
    internal NDArray[] Readable() => [.. arrays.Values.Select(array => array.TryShare()).OfType<NDArray>()];

    private string Missing(string key)
    {
        const int most = 8;
        string names = string.Join(", ", arrays.Keys.Take(most).Select(name => $"\"{name}\""));
        return $"{file}: there is no array \"{key}\"; it has {(arrays.Count == 0 ? "none" : arrays.Count > most ? $"{names}, … ({arrays.Count} in all)" : names)}.";
    }
}
