namespace Tangent.Kernels;

/// <summary>A block of memory, aligned to 64 bytes, that holds the elements of one or more views.</summary>
/// <remarks>Unreachable buffers go back by themselves; <see cref="Release"/> gives one back early.</remarks>
internal abstract unsafe class Buffer
{
    private nint address;

    private protected Buffer(nint address, long size)
    {
        this.address = address;
        Size = size;
    }

    /// <summary>
    /// The first byte; null once the buffer was given back. The pointer does not keep the memory: keep the buffer
    /// reachable (<see cref="GC.KeepAlive"/>) until the last use of it.
    /// </summary>
    public byte* Pointer => (byte*)address;

    /// <summary>Usable bytes, at least as many as were asked for.</summary>
    public long Size { get; }

    /// <summary>
    /// Gives the memory back before the collector would; a second call does nothing. The caller promises that no view
    /// of it is read again.
    /// </summary>
    public virtual void Release() { }

    /// <summary>Memory for <paramref name="size"/> bytes, not cleared. Throws InsufficientMemoryException beyond the limit.</summary>
    public static Buffer Allocate(long size) =>
        (ulong)size <= SlabBuffer.Limit ? SlabBuffer.Take((int)size) : BufferPool.Shared.Take(size);

    /// <summary>Takes the address away, so that exactly one caller gets it; all others get zero.</summary>
    private protected nint Detach() => Interlocked.Exchange(ref address, 0);
}
