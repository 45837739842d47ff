namespace Tangent.Kernels;

/// <summary>
/// A small buffer cut from a slab of its thread: a bump of a pointer, and no finaliser of its own. The slab is a block
/// of the pool, and goes back to it with the last buffer cut from it.
/// </summary>
/// <remarks>
/// Only cutting is bound to a thread, and it never suspends, so async flows may carry buffers anywhere. A slab counts
/// as active in the pool's statistics as a whole. Small and medium cuts come from slabs of their own, of sixteen of the
/// largest, which weighs the cost of a cut (11 ns; 25 at the limit of the small ones) against what one live cut keeps.
/// </remarks>
internal sealed class SlabBuffer : Buffer
{
    /// <summary>The largest size in bytes that is cut from a slab.</summary>
    public const int Limit = 8 * 1024;

    private const int SmallLimit = 1024;
    private const int CutsPerSlab = 16;

    [ThreadStatic] private static Slab small;
    [ThreadStatic] private static Slab medium;

    private SlabBuffer(PooledBuffer slab, nint address, int size) : base(address, size) => Block = slab;

    /// <summary>The block that holds this buffer, kept by it.</summary>
    public PooledBuffer Block { get; }

    /// <summary>Cuts <paramref name="size"/> bytes (0 to <see cref="Limit"/>), rounded up to the alignment.</summary>
    public static SlabBuffer Take(int size)
    {
        int rounded = Math.Max(SystemMemory.Alignment, (size + SystemMemory.Alignment - 1) & -SystemMemory.Alignment);
        return rounded <= SmallLimit ? small.Cut(rounded, SmallLimit) : medium.Cut(rounded, Limit);
    }

    /// <summary>A slab that is being cut up.</summary>
    private struct Slab
    {
        // Only cuts keep a slab: one that is held by a thread that does nothing meanwhile would grow old.
        private WeakReference<PooledBuffer>? block;
        private int used;
        private int collections;

        // A slab that is begun after each collection of the pool's is young when its last cut goes, so that the next finds it.
        public unsafe SlabBuffer Cut(int size, int largest)
        {
            int start = used;
            PooledBuffer? current = null;
            if (block?.TryGetTarget(out current) != true || start + size > largest * CutsPerSlab || collections != BufferPool.Shared.Collections)
            {
                current = Begin(largest * CutsPerSlab);
                start = 0;
            }
            used = start + size;
            return new SlabBuffer(current!, (nint)current!.Pointer + start, size);
        }

        private PooledBuffer Begin(int size)
        {
            PooledBuffer fresh = BufferPool.Shared.Take(size);
            collections = BufferPool.Shared.Collections;
            if (block is null)
                block = new WeakReference<PooledBuffer>(fresh);
            else
                block.SetTarget(fresh);
            return fresh;
        }
    }
}
