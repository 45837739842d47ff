using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Memory for one thread's intermediate values, aligned to 64 bytes. It grows and is never cleared.</summary>
internal sealed unsafe class ThreadScratch
{
    private const int Alignment = 64;

    private byte[] memory = [];
    private byte* aligned;
    private int size;

    /// <summary>At least <paramref name="bytes"/> bytes, valid until the next call.</summary>
    public byte* Reserve(int bytes)
    {
        if (bytes > size)
            Grow(bytes);
        return aligned;
    }

    private void Grow(int bytes)
    {
        memory = GC.AllocateUninitializedArray<byte>(bytes + Alignment, pinned: true);
        byte* start = (byte*)Unsafe.AsPointer(ref memory[0]);
        aligned = (byte*)(((long)start + Alignment - 1) & -Alignment);
        size = bytes;
    }
}
