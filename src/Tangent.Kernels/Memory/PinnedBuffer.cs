using System.Buffers;

namespace Tangent.Kernels;

/// <summary>Memory of someone else, pinned as long as a view of it is reachable. Its alignment is whatever it is.</summary>
internal sealed unsafe class PinnedBuffer : Buffer
{
    private MemoryHandle handle;

    /// <summary>Takes the handle over.</summary>
    public PinnedBuffer(MemoryHandle handle, long size) : base((nint)handle.Pointer, size) => this.handle = handle;

    /// <summary>The owner may move or free the memory again.</summary>
    ~PinnedBuffer() => handle.Dispose();
}
