using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>Memory of one run of an algorithm, cleared at the start: much of it from the pool, whose pages are warm.</summary>
internal readonly unsafe struct Scratch<T> : IDisposable
    where T : unmanaged
{
    // Up to so many bytes the system's allocator has them at hand.
    private const long FewBytes = 16 * 1024;

    /// <summary>The first element.</summary>
    public readonly T* Pointer;

    private readonly Buffer? buffer;

    public Scratch(long count)
    {
        long size = checked(Math.Max(1, count) * sizeof(T));
        if (size <= FewBytes)
        {
            Pointer = (T*)NativeMemory.AllocZeroed((nuint)size);
            return;
        }
        buffer = Buffer.Allocate(size);
        Pointer = (T*)buffer.Pointer;
        NativeMemory.Clear(Pointer, (nuint)size);
    }

    public void Dispose()
    {
        if (buffer is null)
            NativeMemory.Free(Pointer);
        else
            buffer.Release();
    }
}
