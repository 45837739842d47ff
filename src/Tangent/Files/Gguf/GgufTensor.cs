namespace Tangent;

/// <summary>What the header of a gguf file says of an array.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Lengths">The lengths of its axes, the outermost first.</param>
/// <param name="Offset">Where its bytes begin, counted from where the first can.</param>
/// <param name="Place">Where the header says so.</param>
internal sealed record GgufTensor(string Name, GgufType Type, ulong[] Lengths, ulong Offset, long Place)
{
    /// <summary>The bytes of its elements; null if the type is unknown.</summary>
    public long? CountBytes(GgufCursor cursor)
    {
        if (Type.BlockLength == 0)
            return null;
        ulong last = Lengths is [.., var length] ? length : 1;
        if (last % (ulong)Type.BlockLength != 0)
            throw cursor.Error(Place, $"array \"{Name}\" is {Type.Name}{FileShape.Text(Lengths)}; its last length should be a multiple of {Type.BlockLength}");
        ulong[] blocks = [.. Lengths];
        if (blocks.Length > 0)
            blocks[^1] /= (ulong)Type.BlockLength;
        return FileShape.TryCountBytes(blocks, Type.BlockBytes, out long bytes)
            ? bytes
            : throw cursor.Error(Place, $"array \"{Name}\", {Type.Name}{FileShape.Text(Lengths)}, would have more bytes than any file");
    }

    /// <summary>The arrays that it becomes, given where the bytes of all begin.</summary>
    public IEnumerable<(string Name, LoadedArray Array)> Arrays(ByteSource source, long data)
    {
        if (Type.Codings.Length == 0)
            yield return (Name, new LoadedArray(() => throw source.Error(Place, $"array \"{Name}\" is of type {Type.Name}, which nothing here reads")));
        foreach (GgufPart part in Type.Codings)
            yield return (part.Name(Name), new LoadedArray(() => Load(source, data, part)));
    }

    private NDArray Load(ByteSource source, long data, GgufPart part)
    {
        ulong[] lengths = [.. Lengths];
        if (lengths.Length > 0)
            lengths[^1] /= (ulong)part.Shrink;
        Shape shape = FileShape.Of(lengths) ?? throw source.Error(
            Place, $"array \"{Name}\" has shape {FileShape.Text(Lengths)}; no axis of an array can be so long");
        return FileRegion.Of(source, data + (long)Offset, part.Coding, shape, part.DType);
    }
}
