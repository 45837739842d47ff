using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Tangent;

/// <summary>
/// What a file says beside its arrays, by name and in order: <c>new() { ["format"] = "mlx", ["layers"] = 12 }</c>. A safetensors file
/// holds texts alone, a gguf file numbers and lists too.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "What it is matters, not that it is a dictionary.")]
public sealed class FileMetadata : IReadOnlyDictionary<string, MetadataValue>
{
    private readonly OrderedDictionary<string, MetadataValue> values = [];

    /// <summary>How many values there are.</summary>
    public int Count => values.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => values.Keys;

    /// <summary>The values.</summary>
    public IEnumerable<MetadataValue> Values => values.Values;

    /// <summary>The value of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public MetadataValue this[string key]
    {
        get => values.TryGetValue(key, out MetadataValue? value) ? value : throw new KeyNotFoundException($"The metadata have no \"{key}\".");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            values[key] = value;
        }
    }

    /// <summary>Texts by name.</summary>
    public static implicit operator FileMetadata(Dictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var metadata = new FileMetadata();
        foreach ((string key, string text) in texts)
            metadata[key] = text;
        return metadata;
    }

    /// <summary>Adds a value under a new name.</summary>
    /// <exception cref="ArgumentException">The name is there already.</exception>
    public void Add(string key, MetadataValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!values.TryAdd(key, value))
            throw new ArgumentException($"The metadata have \"{key}\" already.", nameof(key));
    }

    /// <summary>True if there is a value of a name.</summary>
    public bool ContainsKey(string key) => values.ContainsKey(key);

    /// <summary>The value of a name, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out MetadataValue value) => values.TryGetValue(key, out value);

    /// <summary>Names and values.</summary>
    public IEnumerator<KeyValuePair<string, MetadataValue>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
