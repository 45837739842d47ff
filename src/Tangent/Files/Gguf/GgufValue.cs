namespace Tangent;

/// <summary>The values that a gguf file holds beside its arrays: numbers, truths, texts, and lists of either.</summary>
internal static class GgufValue
{
    /// <summary>The number of texts.</summary>
    public const uint Text = 8;

    /// <summary>The number of lists.</summary>
    public const uint List = 9;

    // A text has its length before it.
    private const int LeastText = sizeof(ulong);

    private static readonly Dictionary<uint, DType> Numbers = new()
    {
        [0] = DType.UInt8,
        [1] = DType.Int8,
        [2] = DType.UInt16,
        [3] = DType.Int16,
        [4] = DType.UInt32,
        [5] = DType.Int32,
        [6] = DType.Float32,
        [7] = DType.Bool,
        [10] = DType.UInt64,
        [11] = DType.Int64,
        [12] = DType.Float64,
    };

    /// <summary>The number of a type of elements; null if there is none.</summary>
    public static uint? NumberOf(DType dtype)
    {
        foreach ((uint number, DType known) in Numbers)
            if (known == dtype)
                return number;
        return null;
    }

    /// <summary>Reads a value of a type.</summary>
    public static MetadataValue Read(GgufCursor cursor, string key)
    {
        long place = cursor.Place;
        uint type = cursor.UInt32($"the type of \"{key}\"");
        if (type == Text)
            return cursor.Text($"the text \"{key}\"");
        if (type == List)
            return ReadList(cursor, key);
        return ReadNumbers(cursor, key, TypeOf(cursor, place, type, key), 1, Shape.Scalar);
    }

    private static MetadataValue ReadList(GgufCursor cursor, string key)
    {
        long place = cursor.Place;
        uint type = cursor.UInt32($"the type of the list \"{key}\"");
        if (type == Text)
        {
            long length = cursor.Count(LeastText, $"the length of the list \"{key}\"");
            if (length > Array.MaxLength)
                throw cursor.Error(place, FormattableString.Invariant($"the list \"{key}\" of {length} texts is too long to be held"));
            var texts = new string[length];
            for (int i = 0; i < texts.Length; i++)
                texts[i] = cursor.Text($"a text of \"{key}\"");
            return texts;
        }
        if (type == List)
            throw cursor.Error(place, $"\"{key}\" is a list of lists, which nothing holds");
        DType dtype = TypeOf(cursor, place, type, key);
        long count = cursor.Count(dtype.Size, $"the length of the list \"{key}\"");
        return count <= Array.MaxLength / dtype.Size
            ? ReadNumbers(cursor, key, dtype, count, (int)count)
            : throw cursor.Error(place, $"the list \"{key}\" of {count} numbers is too long to be held");
    }

    private static MetadataValue ReadNumbers(GgufCursor cursor, string key, DType dtype, long count, Shape shape)
    {
        long place = cursor.Place;
        ReadOnlySpan<byte> bytes = cursor.Bytes(count * dtype.Size, $"\"{key}\"");
        if (dtype == DType.Bool && bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
            throw cursor.Error(place, $"\"{key}\" has a truth that is neither 0 nor 1");
        return NDArray.Copy(bytes, dtype, shape);
    }

    private static DType TypeOf(GgufCursor cursor, long place, uint type, string key) =>
        Numbers.TryGetValue(type, out DType dtype) ? dtype : throw cursor.Error(place, $"\"{key}\" is of type {type}, which is unknown");
}
