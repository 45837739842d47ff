using System.Text.Json;

namespace Tangent;

/// <summary>The index of a model in several files, <c>model.safetensors.index.json</c>: which file beside it holds which array.</summary>
internal static class ShardedIndex
{
    private const int Depth = 64;

    /// <summary>The arrays of all files that the index names.</summary>
    public static LoadedArrays Load(FileSource source)
    {
        if (source.Length > SafetensorsHeader.Most)
            throw source.Error(0, "an index is not so long");
        string folder = Path.GetDirectoryName(Path.GetFullPath(source.Name))!;
        var metadata = new FileMetadata();
        OrderedDictionary<string, string>? map = null;
        var names = new HashSet<string>();
        var cursor = new JsonCursor(source, 0, source.Read(0, source.Length, "the index"), Depth);
        cursor.Next(JsonTokenType.StartObject, "an object, the index");
        while (cursor.NextName(out string name))
        {
            if (!names.Add(name))
                throw cursor.Error($"there are two entries \"{name}\"");
            cursor.Next();
            if (name == "weight_map")
                map = ReadMap(ref cursor);
            else if (name == "metadata" && cursor.Kind == JsonTokenType.StartObject)
                ReadMetadata(ref cursor, metadata);
            else
                cursor.Skip();
        }
        cursor.End();
        return new(source.Name, Arrays(source, folder, map ?? throw source.Error(0, "the index has no weight_map")), metadata);
    }

    private static OrderedDictionary<string, string> ReadMap(ref JsonCursor cursor)
    {
        var map = new OrderedDictionary<string, string>();
        cursor.Require(JsonTokenType.StartObject, "an object, which file holds which array");
        while (cursor.NextName(out string name))
        {
            cursor.Next(JsonTokenType.String, $"a text, the file of \"{name}\"");
            string file = cursor.Text();
            if (!IsWithin(file))
                throw cursor.Error($"\"{name}\" lies in \"{file}\", which is no file in the folder of the index");
            if (!map.TryAdd(name, file))
                throw cursor.Error($"there are two entries \"{name}\"");
        }
        return map;
    }

    private static void ReadMetadata(ref JsonCursor cursor, FileMetadata metadata)
    {
        while (cursor.NextName(out string name))
        {
            if (metadata.ContainsKey(name))
                throw cursor.Error($"there are two metadata \"{name}\"");
            cursor.Next();
            if (cursor.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
                cursor.Skip();
            else
                metadata[name] = cursor.Kind == JsonTokenType.String ? cursor.Text() : cursor.Digits();
        }
    }

    // No way leads out of the folder; whoever made it may have put links there.
    private static bool IsWithin(string file) =>
        file.IndexOfAny(['\\', ':', '\0']) < 0 && Array.TrueForAll(file.Split('/'), part => part.Trim() is not ("" or "." or ".."));

    private static OrderedDictionary<string, LoadedArray> Arrays(FileSource index, string folder, OrderedDictionary<string, string> map)
    {
        var files = new Dictionary<string, LoadedArrays>();
        var arrays = new OrderedDictionary<string, LoadedArray>(map.Count);
        foreach ((string name, string file) in map)
        {
            if (!files.TryGetValue(file, out LoadedArrays? shard))
                files[file] = shard = index.OpenAnother(Path.Combine(folder, file), SafetensorsFile.Load);
            if (!shard.ContainsKey(name))
                throw index.Error(0, $"{file} has no array \"{name}\", as the index says");
            arrays.Add(name, new LoadedArray(() => shard[name]));
        }
        return arrays;
    }
}
