namespace Tangent.Kernels;

/// <summary>
/// A small buffer cut from a slab of its thread: a bump of a pointer, and no finaliser of its own. The slab is a block
/// of the pool, and goes back to it with the last buffer cut from it.
/// </summary>
/// <remarks>
/// Only cutting is bound to a thread, and it never suspends, so async flows may carry buffers anywhere. A slab counts
/// as active in the pool's statistics as a whole. Its size weighs the cost of a cut (11 ns; 25 at the limit) against
/// what one live scalar keeps.
/// </remarks>
internal sealed class SlabBuffer : Buffer
{
    /// <summary>The largest size in bytes that is cut from a slab.</summary>
    public const int Limit = 1024;

    /// <summary>The size of a slab in bytes.</summary>
    public const int SlabSize = 16 * 1024;

    [ThreadStatic] private static PooledBuffer? currentSlab;
    [ThreadStatic] private static int used;

    private SlabBuffer(PooledBuffer slab, nint address, int size) : base(address, size) => Slab = slab;

    /// <summary>The block that holds this buffer, kept by it.</summary>
    public PooledBuffer Slab { get; }

    /// <summary>Cuts <paramref name="size"/> bytes (0 to <see cref="Limit"/>), rounded up to the alignment.</summary>
    public static unsafe SlabBuffer Take(int size)
    {
        int rounded = Math.Max(SystemMemory.Alignment, (size + SystemMemory.Alignment - 1) & -SystemMemory.Alignment);
        PooledBuffer? current = currentSlab;
        int start = used;
        if (current is null || start + rounded > SlabSize)
        {
            currentSlab = current = BufferPool.Shared.Take(SlabSize);
            start = 0;
        }
        used = start + rounded;
        return new SlabBuffer(current, (nint)current.Pointer + start, rounded);
    }
}
