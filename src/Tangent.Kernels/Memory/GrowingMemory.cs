using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>A thread's reusable memory. It only grows, and dies with its thread.</summary>
internal sealed unsafe class GrowingMemory
{
    private byte* pointer;
    private long size;

    ~GrowingMemory() => NativeMemory.AlignedFree(pointer);

    /// <summary>Memory for <paramref name="count"/> elements, aligned to 64 bytes, its content undefined.</summary>
    public T* Take<T>(long count)
        where T : unmanaged
    {
        long needed = checked(count * sizeof(T));
        if (needed > size)
        {
            NativeMemory.AlignedFree(pointer);
            pointer = null;
            size = 0;
            pointer = (byte*)NativeMemory.AlignedAlloc((nuint)needed, 64);
            size = needed;
        }
        return (T*)pointer;
    }
}
