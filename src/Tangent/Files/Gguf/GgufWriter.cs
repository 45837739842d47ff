using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Tangent;

/// <summary>Writes files of arrays and metadata in the format of ggml.</summary>
internal sealed class GgufWriter(string function, MemoryStream header)
{
    /// <summary>What is to be written, checked.</summary>
    public static FileContent Prepare(string function, IReadOnlyDictionary<string, NDArray> arrays, FileMetadata? metadata)
    {
        (string Name, NDArray Array)[] named = NamedArrays.Of(function, arrays);
        metadata ??= new();
        using var header = new MemoryStream();
        var writer = new GgufWriter(function, header);
        long alignment = writer.Alignment(metadata);
        header.Write("GGUF"u8);
        writer.UInt32(GgufFile.Version);
        writer.UInt64(named.Length);
        writer.UInt64(metadata.Count);
        foreach ((string key, MetadataValue value) in metadata)
            writer.Value(key, value);
        long offset = 0;
        foreach ((string name, NDArray array) in named)
        {
            writer.Tensor(name, array, offset);
            offset = GgufFile.Aligned(offset + array.NBytes, alignment);
        }
        header.SetLength(GgufFile.Aligned(header.Length, alignment));
        byte[] bytes = header.ToArray();
        return new([.. named.Select(entry => entry.Array)], stream =>
        {
            stream.Write(bytes);
            foreach ((_, NDArray array) in named)
            {
                ArrayBytes.Write(stream, array);
                stream.Write(new byte[GgufFile.Aligned(array.NBytes, alignment) - array.NBytes]);
            }
        });
    }

    private long Alignment(FileMetadata metadata)
    {
        if (!metadata.TryGetValue(GgufFile.AlignmentKey, out MetadataValue? value))
            return GgufFile.DefaultAlignment;
        const uint most = 1 << 20;
        return value.Array is { DType: DType.UInt32, Shape.Rank: 0 } number && number.Item<uint>() is <= most and var alignment && BitOperations.IsPow2(alignment)
            ? alignment
            : throw new ArgumentException($"{function}: {GgufFile.AlignmentKey} is {value}, and must be a power of two of type uint32, at most {most}.", nameof(metadata));
    }

    private void Value(string key, MetadataValue value)
    {
        if (key.Length is 0 or > GgufFile.MostKey || !Ascii.IsValid(key))
            throw new ArgumentException($"{function}: \"{key}\" cannot name metadata: that takes 1 to {GgufFile.MostKey} ASCII letters.", "metadata");
        Text(key);
        if (value.Text is { } text)
        {
            UInt32(GgufValue.Text);
            Text(text);
        }
        else if (value.Texts is { } texts)
        {
            UInt32(GgufValue.List);
            UInt32(GgufValue.Text);
            UInt64(texts.Count);
            foreach (string line in texts)
                Text(line ?? throw new ArgumentException($"{function}: a text of the metadata \"{key}\" is null.", "metadata"));
        }
        else
            Numbers(key, value.Array!);
    }

    private void Numbers(string key, NDArray numbers)
    {
        uint type = GgufValue.NumberOf(numbers.DType) is { } known && numbers.Rank < 2
            ? known
            : throw new ArgumentException($"{function}: the metadata \"{key}\" are {numbers.Spec}; the format has numbers and lists of them, not of float16, bfloat16 or complex64.", "metadata");
        if (numbers.Rank == 1)
        {
            UInt32(GgufValue.List);
            UInt32(type);
            UInt64(numbers.Size);
        }
        else
            UInt32(type);
        ArrayBytes.Write(header, numbers);
    }

    private void Tensor(string name, NDArray array, long offset)
    {
        uint type = GgufType.NumberOf(array.DType) ?? throw new ArgumentException(
            $"{function}: array \"{name}\" is {array.Spec}; the format has float16, bfloat16, float32, float64 and signed integers.", "arrays");
        if (array.Rank > GgufFile.MostAxes)
            throw new ArgumentException($"{function}: array \"{name}\" is {array.Spec}; the format has at most {GgufFile.MostAxes} axes.", "arrays");
        if (FileText.Utf8(function, name) is { Length: >= GgufFile.NameLimit } bytes)
            throw new ArgumentException($"{function}: the name \"{name}\" has {bytes.Length} bytes; the format has fewer than {GgufFile.NameLimit}.", "arrays");
        Text(name);
        UInt32((uint)array.Rank);
        for (int axis = array.Rank - 1; axis >= 0; axis--)
            UInt64(array.Shape[axis]);
        UInt32(type);
        UInt64(offset);
    }

    private void Text(string text)
    {
        byte[] bytes = FileText.Utf8(function, text);
        UInt64(bytes.Length);
        header.Write(bytes);
    }

    private void UInt32(uint number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        header.Write(bytes);
    }

    private void UInt64(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        header.Write(bytes);
    }
}
