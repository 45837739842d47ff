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

    [ThreadStatic] private static Cutter? small;
    [ThreadStatic] private static Cutter? medium;

    private readonly SlabBlock slab;

    private SlabBuffer(SlabBlock slab, nint address, int size) : base(address, size) => this.slab = slab;

    /// <summary>The block that holds this buffer, kept by it.</summary>
    public PooledBuffer Block => slab.Block;

    /// <inheritdoc/>
    public override void Release()
    {
        nint address = Detach();
        if (address != 0 && !CutterOf((int)Size).Free.TryKeep((int)Size, new(slab, address)))
            slab.ReleaseCut();
    }

    /// <summary>Cuts <paramref name="size"/> bytes (0 to <see cref="Limit"/>), rounded up to the alignment.</summary>
    public static SlabBuffer Take(int size)
    {
        int rounded = Math.Max(SystemMemory.Alignment, (size + SystemMemory.Alignment - 1) & -SystemMemory.Alignment);
        return CutterOf(rounded).Take(rounded);
    }

    private static Cutter CutterOf(int rounded) => rounded <= SmallLimit ? small ??= new(SmallLimit, mostFree: 256) : medium ??= new(Limit, mostFree: 16);

    /// <summary>Where a buffer lies.</summary>
    internal readonly record struct Cut(SlabBlock Slab, nint Address);

    /// <summary>The slab that a thread cuts up, and what it gave back of it and of earlier ones.</summary>
    private sealed class Cutter(int largest, int mostFree)
    {
        // Only cuts keep a slab: one that is held by a thread that does nothing meanwhile would grow old.
        private WeakReference<SlabBlock>? block;
        private int used;
        private int cuts;
        private int collections;

        public FreeCuts Free { get; } = new(SystemMemory.Alignment, largest, mostFree);

        // A slab that is begun after each collection of the pool's is young when its last cut goes, so that the next finds it.
        public unsafe SlabBuffer Take(int size)
        {
            if (Free.TryTake(size, out Cut cut))
                return new SlabBuffer(cut.Slab, cut.Address, size);
            int start = used;
            SlabBlock? current = null;
            if (block?.TryGetTarget(out current) != true || start + size > largest * CutsPerSlab || collections != BufferPool.Shared.Collections)
            {
                current?.End(cuts);
                current = Begin(largest * CutsPerSlab);
                start = 0;
            }
            used = start + size;
            cuts++;
            return new SlabBuffer(current!, (nint)current!.Block.Pointer + start, size);
        }

        private SlabBlock Begin(int size)
        {
            var fresh = new SlabBlock(BufferPool.Shared.Take(size));
            collections = BufferPool.Shared.Collections;
            cuts = 0;
            if (block is null)
                block = new WeakReference<SlabBlock>(fresh);
            else
                block.SetTarget(fresh);
            return fresh;
        }
    }

    /// <summary>A block that is cut up. Once it is full and every cut was given back, so is the block.</summary>
    internal sealed class SlabBlock(PooledBuffer block)
    {
        // Those given back count downwards; those made are added when there will be no more.
        private int left;

        public PooledBuffer Block => block;

        public void ReleaseCut()
        {
            if (Interlocked.Decrement(ref left) == 0)
                block.Release();
        }

        public void End(int cuts)
        {
            if (Interlocked.Add(ref left, cuts) == 0)
                block.Release();
        }
    }
}
