namespace Tangent;

/// <summary>Reads and writes files of arrays in the format of safetensors.</summary>
internal static class SafetensorsFile
{
    /// <summary>The name that no array can have.</summary>
    public const string MetadataName = "__metadata__";

    /// <summary>The arrays of a file.</summary>
    public static LoadedArrays Load(ByteSource source)
    {
        SafetensorsHeader header = SafetensorsHeader.Read(source);
        var arrays = new OrderedDictionary<string, LoadedArray>(header.Entries.Count);
        foreach (SafetensorsEntry entry in header.Entries)
            arrays.Add(entry.Name, new LoadedArray(() => entry.Load(source, header.End)));
        return new(source.Name, arrays, header.Metadata);
    }

    /// <summary>What is to be written, checked.</summary>
    public static FileContent Prepare(string function, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata)
    {
        (string Name, NDArray Array)[] ordered =
        [
            .. NamedArrays.Of(function, arrays)
                .OrderBy(entry => SafetensorsType.Order(entry.Array.DType))
                .ThenBy(entry => FileText.Utf8(function, entry.Name), ByteOrder.Instance),
        ];
        if (Array.Exists(ordered, entry => entry.Name == MetadataName))
            throw new ArgumentException($"{function}: an array cannot be called \"{MetadataName}\", under which the file has its metadata.", nameof(arrays));
        byte[] header = SafetensorsText.Header(function, ordered, metadata);
        if (header.Length - SafetensorsHeader.Prefix > SafetensorsHeader.Most)
            throw new ArgumentException($"{function}: names and metadata take {header.Length} bytes, and the format allows {SafetensorsHeader.Most}.", nameof(arrays));
        return new([.. ordered.Select(entry => entry.Array)], stream =>
        {
            stream.Write(header);
            foreach ((_, NDArray array) in ordered)
                ArrayBytes.Write(stream, array);
        });
    }
}
