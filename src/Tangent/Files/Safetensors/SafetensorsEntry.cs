namespace Tangent;

/// <summary>What the header of a safetensors file says of an array.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The name of the type of its elements, which may be unknown.</param>
/// <param name="Lengths">The lengths of its axes.</param>
/// <param name="Begin">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where they end.</param>
/// <param name="Place">Where the header says so.</param>
internal sealed record SafetensorsEntry(string Name, string Type, ulong[] Lengths, long Begin, long End, long Place)
{
    /// <summary>Refuses bytes that are not those of the shape and type; of an unknown type they may be any.</summary>
    public void Require(ByteSource source)
    {
        if (SafetensorsType.Of(Type) is not { } dtype)
            return;
        if (!FileShape.TryCountBytes(Lengths, dtype.Size, out long bytes) || bytes != End - Begin)
            throw source.Error(Place, $"array \"{Name}\" is {Type}{FileShape.Text(Lengths)} and has {End - Begin} bytes");
    }

    /// <summary>The array, given where the bytes of all begin.</summary>
    public NDArray Load(ByteSource source, long data)
    {
        DType dtype = SafetensorsType.Of(Type) ?? throw source.Error(Place, $"array \"{Name}\" is of type {Type}, which no array has");
        Shape shape = FileShape.Of(Lengths) ?? throw source.Error(Place, $"array \"{Name}\" has shape {FileShape.Text(Lengths)}; no axis of an array can be so long");
        return FileRegion.Of(source, data + Begin, RegionCoding.Of(dtype), shape, dtype);
    }
}
