using System.Numerics;

namespace Tangent;

/// <summary>Reads files of arrays and metadata in the format of ggml.</summary>
internal static class GgufFile
{
    /// <summary>The metadata that says at multiples of which number arrays begin.</summary>
    public const string AlignmentKey = "general.alignment";

    /// <summary>The multiple where nothing is said.</summary>
    public const uint DefaultAlignment = 32;

    /// <summary>Names of arrays are shorter, in bytes.</summary>
    public const int NameLimit = 64;

    /// <summary>Metadata's names are no longer, in bytes.</summary>
    public const int MostKey = ushort.MaxValue;

    /// <summary>Arrays have no more axes.</summary>
    public const int MostAxes = 4;

    /// <summary>The version that is written.</summary>
    public const uint Version = 3;

    // Of a key with its length, a type and a value; of a name with its length, counts, a type and an offset.
    private const int LeastValue = 13, LeastTensor = 24;

    /// <summary>The arrays of a file.</summary>
    public static LoadedArrays Load(ByteSource source)
    {
        var cursor = new GgufCursor(source);
        cursor.Bytes(4, "the beginning of a gguf file");
        RequireVersion(cursor);
        long tensorCount = cursor.Count(LeastTensor, "the number of arrays"), valueCount = cursor.Count(LeastValue, "the number of metadata");
        FileMetadata metadata = ReadMetadata(cursor, valueCount);
        long alignment = Alignment(source, metadata);
        var tensors = new List<GgufTensor>((int)Math.Min(tensorCount, 1 << 16));
        for (long i = 0; i < tensorCount; i++)
            tensors.Add(ReadTensor(cursor));
        // A file without arrays may end before where they would begin.
        long data = Math.Min(Aligned(cursor.Place, alignment), tensorCount == 0 ? source.Length : long.MaxValue);
        RequirePlaces(source, cursor, tensors, data, alignment);
        return new(source.Name, Arrays(source, tensors, data), metadata);
    }

    /// <summary>The next multiple.</summary>
    public static long Aligned(long offset, long alignment) => checked(offset + alignment - 1) / alignment * alignment;

    private static void RequireVersion(GgufCursor cursor)
    {
        long place = cursor.Place;
        uint version = cursor.UInt32("the version");
        if (version is 2 or Version)
            return;
        throw cursor.Error(place, version == 1 ? "the file is of version 1, with short counts; known are 2 and 3"
            : (version & 0xFFFF) == 0 && version != 0 ? "the file was written with the high byte of numbers first, which nothing here reads"
            : $"the file is of version {version}; known are 2 and 3");
    }

    private static FileMetadata ReadMetadata(GgufCursor cursor, long count)
    {
        var metadata = new FileMetadata();
        for (long i = 0; i < count; i++)
        {
            long place = cursor.Place;
            long length = cursor.Count(1, "the length of a key");
            if (length is 0 or > MostKey)
                throw cursor.Error(place, FormattableString.Invariant($"a key has {length} bytes, and should have 1 to {MostKey}"));
            ReadOnlySpan<byte> bytes = cursor.Bytes(length, "a key");
            if (!System.Text.Ascii.IsValid(bytes))
                throw cursor.Error(place, "a key should have ASCII letters alone");
            string key = System.Text.Encoding.ASCII.GetString(bytes);
            if (metadata.ContainsKey(key))
                throw cursor.Error(place, $"there are two values \"{key}\"");
            metadata[key] = GgufValue.Read(cursor, key);
        }
        return metadata;
    }

    private static long Alignment(ByteSource source, FileMetadata metadata)
    {
        if (!metadata.TryGetValue(AlignmentKey, out MetadataValue? value))
            return DefaultAlignment;
        return value.Array is { DType: DType.UInt32, Shape.Rank: 0 } number && number.Item<uint>() is var alignment && BitOperations.IsPow2(alignment)
            ? alignment
            : throw source.Error(0, $"{AlignmentKey} is {value}, and should be a power of two of type uint32");
    }

    private static GgufTensor ReadTensor(GgufCursor cursor)
    {
        long place = cursor.Place;
        long length = cursor.Count(1, "the length of a name");
        if (length >= NameLimit)
            throw cursor.Error(place, FormattableString.Invariant($"an array's name has {length} bytes, and should have fewer than {NameLimit}"));
        ReadOnlySpan<byte> bytes = cursor.Bytes(length, "a name");
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            throw cursor.Error(place, "an array's name is no UTF-8");
        string name = System.Text.Encoding.UTF8.GetString(bytes);
        uint rank = cursor.UInt32($"the number of axes of \"{name}\"");
        if (rank > MostAxes)
            throw cursor.Error(place, FormattableString.Invariant($"array \"{name}\" has {rank} axes; the format allows {MostAxes}"));
        var lengths = new ulong[rank];
        for (int axis = lengths.Length - 1; axis >= 0; axis--)
            lengths[axis] = cursor.UInt64($"a length of \"{name}\"");
        return new(name, GgufType.Of(cursor.UInt32($"the type of \"{name}\"")), lengths, cursor.UInt64($"the offset of \"{name}\""), place);
    }

    // Arrays follow each other in their order, each at the next multiple behind the one before it. Of an unknown type nobody can say how much it takes.
    private static void RequirePlaces(ByteSource source, GgufCursor cursor, List<GgufTensor> tensors, long data, long alignment)
    {
        long end = 0;
        bool isKnown = true;
        foreach (GgufTensor tensor in tensors)
        {
            long expected = Aligned(end, alignment), bytes = tensor.CountBytes(cursor) ?? 0;
            if (tensor.Offset % (ulong)alignment != 0 || (isKnown ? tensor.Offset != (ulong)expected : tensor.Offset < (ulong)expected))
                throw source.Error(tensor.Place, FormattableString.Invariant($"array \"{tensor.Name}\" begins at byte {tensor.Offset} behind the header, and should at {expected}"));
            if (data > source.Length || tensor.Offset > (ulong)(source.Length - data) || bytes > source.Length - data - (long)tensor.Offset)
                throw source.Error(tensor.Place, FormattableString.Invariant(
                    $"array \"{tensor.Name}\" takes {bytes} bytes from byte {tensor.Offset} behind the header on, and there are {Math.Max(0, source.Length - data)}"));
            (end, isKnown) = ((long)tensor.Offset + bytes, tensor.Type.BlockLength > 0);
        }
        if (isKnown && source.Length > data && source.Length - data > Aligned(end, alignment))
            throw source.Error(data + end, FormattableString.Invariant($"{source.Length - data - end} bytes belong to no array"));
    }

    private static OrderedDictionary<string, LoadedArray> Arrays(ByteSource source, List<GgufTensor> tensors, long data)
    {
        var arrays = new OrderedDictionary<string, LoadedArray>(tensors.Count);
        foreach (GgufTensor tensor in tensors)
            foreach ((string name, LoadedArray array) in tensor.Arrays(source, data))
                if (!arrays.TryAdd(name, array))
                    throw source.Error(tensor.Place, $"there are two arrays \"{name}\", or one that a quantised one becomes");
        return arrays;
    }
}
