using System.Buffers.Binary;
using System.Text.Json;

namespace Tangent;

/// <summary>The header of a safetensors file: eight bytes for its length, then JSON.</summary>
internal sealed class SafetensorsHeader
{
    /// <summary>Bytes of the length.</summary>
    public const int Prefix = 8;

    /// <summary>The longest header that the format allows.</summary>
    public const long Most = 100_000_000;

    // An object of objects, in which there are arrays.
    private const int Depth = 3;

    private readonly ByteSource source;
    private readonly HashSet<string> names = [];

    private SafetensorsHeader(ByteSource source, long length) => (this.source, End) = (source, Prefix + length);

    /// <summary>Where the bytes of the arrays begin.</summary>
    public long End { get; }

    /// <summary>The arrays, in the order of the header.</summary>
    public List<SafetensorsEntry> Entries { get; } = [];

    /// <summary>What the header says beside them.</summary>
    public FileMetadata Metadata { get; } = new();

    /// <summary>Reads and checks a header.</summary>
    public static SafetensorsHeader Read(ByteSource source)
    {
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(source.Read(0, Prefix, "the length of a safetensors header"));
        if (length > Most)
            throw source.Error(0, FormattableString.Invariant($"a safetensors header of {length} bytes is more than the format allows, {Most}: this is no such file"));
        byte[] json = source.Read(Prefix, (long)length, "the header");
        var header = new SafetensorsHeader(source, (long)length);
        header.Read(json);
        header.RequireTouching();
        return header;
    }

    private void Read(byte[] json)
    {
        if (json is not [(byte)'{', ..])
            throw source.Error(Prefix, "a header should begin with {");
        var cursor = new JsonCursor(source, Prefix, json, Depth);
        cursor.Next(JsonTokenType.StartObject, "an object");
        while (cursor.NextName(out string name))
        {
            if (!names.Add(name))
                throw cursor.Error($"there are two entries \"{name}\"");
            if (name == SafetensorsFile.MetadataName)
                ReadMetadata(ref cursor);
            else
                Entries.Add(ReadEntry(ref cursor, name));
        }
        cursor.End();
    }

    // MLX writes null where there are none.
    private void ReadMetadata(ref JsonCursor cursor)
    {
        cursor.Next();
        if (cursor.Kind == JsonTokenType.Null)
            return;
        cursor.Require(JsonTokenType.StartObject, "an object of texts, the metadata");
        while (cursor.NextName(out string name))
        {
            if (Metadata.ContainsKey(name))
                throw cursor.Error($"there are two metadata \"{name}\"");
            cursor.Next(JsonTokenType.String, $"a text, the value of \"{name}\"");
            Metadata[name] = cursor.Text();
        }
    }

    private SafetensorsEntry ReadEntry(ref JsonCursor cursor, string name)
    {
        string? type = null;
        ulong[]? lengths = null, offsets = null;
        cursor.Next(JsonTokenType.StartObject, $"an object, the description of \"{name}\"");
        while (cursor.NextName(out string field))
        {
            if (field == "dtype" && type is null)
                type = ReadType(ref cursor);
            else if (field == "shape" && lengths is null)
                lengths = ReadCounts(ref cursor, "a length", FileShape.MostAxes);
            else if (field == "data_offsets" && offsets is null)
                offsets = ReadCounts(ref cursor, "an offset", 2);
            else
                throw cursor.Error($"\"{field}\" of \"{name}\" is there twice or means nothing");
        }
        if (type is null || lengths is null || offsets is not [var begin, var end])
            throw cursor.Error($"\"{name}\" lacks its dtype, its shape, or one of two data_offsets");
        long place = cursor.Place;
        if (begin > end || end > (ulong)(source.Length - End))
            throw cursor.Error($"\"{name}\" lies from byte {begin} to {end} of the {source.Length - End} behind the header");
        var entry = new SafetensorsEntry(name, type, lengths, (long)begin, (long)end, place);
        entry.Require(source);
        return entry;
    }

    private static string ReadType(ref JsonCursor cursor)
    {
        cursor.Next(JsonTokenType.String, "a text, the type");
        return cursor.Text();
    }

    private static ulong[] ReadCounts(ref JsonCursor cursor, string what, int most)
    {
        var counts = new List<ulong>();
        cursor.Next(JsonTokenType.StartArray, $"an array, each {what}");
        for (cursor.Next(); cursor.Kind != JsonTokenType.EndArray; cursor.Next())
        {
            if (counts.Count == most)
                throw cursor.Error($"there are more than {most} numbers");
            counts.Add(cursor.Count(what));
        }
        return [.. counts];
    }

    // No byte belongs to nobody or to two: what is in such a file could be something else too.
    private void RequireTouching()
    {
        long end = 0;
        foreach (SafetensorsEntry entry in Entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin != end)
                throw source.Error(End + Math.Min(end, entry.Begin), $"\"{entry.Name}\" begins at byte {entry.Begin} behind the header, and what is before it ends at {end}");
            end = entry.End;
        }
        if (End + end != source.Length)
            throw source.Error(End + end, $"{source.Length - End - end} bytes belong to no array");
    }
}
