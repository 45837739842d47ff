namespace Tangent.Kernels;

/// <summary>The free blocks of one size; the one freed last, whose memory is the warmest, is taken first.</summary>
/// <remarks>
/// The addresses lie in an array rather than in the free blocks themselves, so that a stray write through a stale
/// pointer cannot corrupt the list.
/// </remarks>
internal sealed class FreeList
{
    private readonly Lock gate = new();
    private nint[] blocks = [];
    private int count;
    private int fewest;
    private long lastUse;

    /// <summary>True if there is no free block. Exact only while no other thread takes or gives back.</summary>
    public bool IsEmpty => Volatile.Read(ref count) == 0;

    /// <summary>How many blocks were free at every moment since the last <see cref="EvictSurplus"/>: nobody needed them.</summary>
    public int Surplus => Volatile.Read(ref fewest);

    /// <summary>The pool's clock when a block was last taken or given back.</summary>
    public long LastUse => Volatile.Read(ref lastUse);

    /// <summary>Adds a free block at the pool's time <paramref name="now"/>.</summary>
    public void Push(nint block, long now)
    {
        lock (gate)
        {
            if (count == blocks.Length)
                Array.Resize(ref blocks, Math.Max(4, 2 * count));
            blocks[count++] = block;
            lastUse = now;
        }
    }

    /// <summary>Removes the block freed last at the pool's time <paramref name="now"/>; false if there is none.</summary>
    public bool TryPop(long now, out nint block)
    {
        lock (gate)
        {
            lastUse = now;
            block = count == 0 ? 0 : blocks[--count];
            fewest = Math.Min(fewest, count);
            return block != 0;
        }
    }

    /// <summary>Removes a block without counting as a use; false if there is none.</summary>
    public bool TryEvict(out nint block) => TryPop(LastUse, out block);

    /// <summary>Removes the blocks of the <see cref="Surplus"/>, the coldest ones, and lets it start from what is free now.</summary>
    public nint[] EvictSurplus()
    {
        lock (gate)
        {
            nint[] surplus = blocks[..fewest];
            blocks.AsSpan(fewest, count - fewest).CopyTo(blocks);
            fewest = count -= fewest;
            return surplus;
        }
    }
}
