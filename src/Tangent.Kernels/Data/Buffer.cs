namespace Tangent.Kernels;

/// <summary>A block of memory, aligned to 64 bytes, that holds the elements of one or more views.</summary>
/// <remarks>Unreachable buffers go back by themselves; <see cref="Release"/> gives one back early.</remarks>
internal abstract unsafe class Buffer
{
    private protected Buffer(byte* pointer, long size)
    {
        Pointer = pointer;
        Size = size;
    }

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; private protected set; }

    /// <summary>Usable bytes.</summary>
    public long Size { get; }

    /// <summary>Gives the memory back before the collector would. The caller promises that no view of it is read again.</summary>
    public virtual void Release() { }

    /// <summary>Memory for <paramref name="size"/> bytes, not cleared.</summary>
    public static Buffer Allocate(long size) =>
        size <= SlabBuffer.Limit ? SlabBuffer.Take((int)size) : PooledBuffer.Take(size);
}
