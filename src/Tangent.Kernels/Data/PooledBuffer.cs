using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>A large buffer of unmanaged memory.</summary>
internal sealed unsafe class PooledBuffer : Buffer
{
    private PooledBuffer(byte* pointer, long size) : base(pointer, size) { }

    /// <summary>Takes at least <paramref name="size"/> bytes.</summary>
    public static PooledBuffer Take(long size) => new((byte*)NativeMemory.AlignedAlloc((nuint)size, 64), size);

    /// <summary>The net for buffers that no plan gave back.</summary>
    ~PooledBuffer() => Free();

    /// <inheritdoc/>
    public override void Release()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (Pointer != null)
            NativeMemory.AlignedFree(Pointer);
        Pointer = null;
    }
}
