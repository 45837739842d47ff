using System.IO.Compression;

namespace Tangent;

/// <summary>Reads and writes arrays by name in the format of NumPy: a zip archive of <c>.npy</c> files.</summary>
internal static class NpzFile
{
    private const string Extension = ".npy";

    // Equal arrays give equal bytes, whenever they are written: the first time that the format can express.
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The arrays of an archive. What is no array is an error when it is asked for.</summary>
    public static LoadedArrays Load(ByteSource source)
    {
        var arrays = new OrderedDictionary<string, LoadedArray>();
        foreach ((ZipEntry entry, long data) in ZipDirectory.Read(source).Entries)
        {
            bool isArray = entry.Name.EndsWith(Extension, StringComparison.Ordinal);
            if (entry.Name.EndsWith('/'))
                continue;
            string name = isArray ? entry.Name[..^Extension.Length] : entry.Name;
            string? refusal = isArray ? ZipEntrySource.Refusal(entry) : "is no .npy file";
            if (!arrays.TryAdd(name, refusal is null ? Array(source, entry, data) : NoArray(source, entry, refusal)))
                throw source.Error(entry.Header, $"there are two arrays \"{name}\"");
        }
        return new(source.Name, arrays, new FileMetadata());
    }

    /// <summary>What is to be written, checked.</summary>
    public static FileContent Prepare(string function, IReadOnlyDictionary<string, NDArray> arrays, bool isCompressed)
    {
        (string Name, NDArray Array)[] named = NamedArrays.Of(function, arrays);
        if (System.Array.Find(named, entry => entry.Name.Contains('\0') || FileText.Utf8(function, entry.Name).Length > ushort.MaxValue - Extension.Length) is { Name: { } name })
            throw new ArgumentException($"{function}: no entry of a zip archive can be called \"{name}\".", nameof(arrays));
        return new([.. named.Select(entry => entry.Array)], stream =>
        {
            using var archive = new ZipArchive(RelativeStream.From(stream), ZipArchiveMode.Create, leaveOpen: true);
            foreach ((string entry, NDArray array) in named)
                Write(archive, entry + Extension, array, isCompressed ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
        });
    }

    /// <summary>Arrays under the names that NumPy gives to those without.</summary>
    public static Dictionary<string, NDArray> Numbered(NDArray[] arrays)
    {
        Operands.Require(arrays);
        return arrays.Index().ToDictionary(pair => FormattableString.Invariant($"arr_{pair.Index}"), pair => pair.Item);
    }

    private static void Write(ZipArchive archive, string name, NDArray array, CompressionLevel level)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = Never;
        using Stream stream = entry.Open();
        NpyFile.Write(stream, array);
    }

    private static LoadedArray Array(ByteSource archive, ZipEntry entry, long data)
    {
        var source = new ZipEntrySource(archive, entry, data);
        source.RequireSizes();
        NpyHeader header = NpyHeader.Read(source);
        header.RequireSize(source);
        return new(() => NpyFile.Load(source, header));
    }

    private static LoadedArray NoArray(ByteSource source, ZipEntry entry, string refusal) =>
        new(() => throw source.Error(entry.Header, $"\"{entry.Name}\" {refusal}"));
}
