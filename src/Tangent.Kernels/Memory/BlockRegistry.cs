using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// The blocks in use, each with a weak handle on its owner: after a collection it tells whose owners are gone, at once
/// and without finalisers.
/// </summary>
/// <remarks>
/// The handles track resurrection: an owner that somebody's finaliser may still read is not gone. Blocks are listed by
/// the collections that their owners survived, so that a young collection need not look at the old ones: 0 and 1 are
/// the collector's generations; its generation 2 is 2 here until the next full collection, and 3 after it.
/// </remarks>
internal sealed class BlockRegistry
{
    private const int Generations = 4;
    private const int Old = 2;
    private const int Lasting = 3;

    private readonly Lock gate = new();
    private readonly List<int>[] generations = [[], [], [], []];
    private readonly Stack<int> free = new();
    private Entry[] entries = [];
    private int used;
    private readonly long[] bytes = new long[Generations];

    /// <summary>Bytes of the blocks whose owners grew old since the last full collection: only the next can find them gone.</summary>
    public long OldBytes => Volatile.Read(ref bytes[Old]);

    /// <summary>Bytes of the blocks that were old already at the last full collection, and lived.</summary>
    public long LastingBytes => Volatile.Read(ref bytes[Lasting]);

    ~BlockRegistry()
    {
        for (int slot = 0; slot < used; slot++)
            entries[slot].Owner.Dispose();
    }

    /// <summary>Makes the owner of a block and watches it.</summary>
    public PooledBuffer Add(BufferPool pool, nint block, long capacity)
    {
        lock (gate)
        {
            int slot = free.TryPop(out int reused) ? reused : NewSlot();
            var owner = new PooledBuffer(pool, slot, block, capacity);
            entries[slot].Owner.SetTarget(owner);
            entries[slot].Block = block;
            entries[slot].Capacity = capacity;
            Enter(slot, 0);
            return owner;
        }
    }

    /// <summary>Stops watching the owner in a slot, which gave its block back itself.</summary>
    public void Remove(int slot)
    {
        lock (gate)
        {
            Leave(slot);
            free.Push(slot);
        }
    }

    /// <summary>After a collection of the collector's generations up to <paramref name="oldest"/>: the blocks whose owners are gone.</summary>
    public List<(nint Block, long Capacity)> Sweep(int oldest)
    {
        var blocks = new List<(nint, long)>();
        lock (gate)
        {
            for (int generation = oldest < Old ? oldest : Lasting; generation >= 0; generation--)
                SweepOne(generation, blocks);
        }
        return blocks;
    }

    // From the end, because an entry that leaves is replaced by the last one.
    private void SweepOne(int generation, List<(nint, long)> blocks)
    {
        List<int> slots = generations[generation];
        for (int i = slots.Count - 1; i >= 0; i--)
        {
            int slot = slots[i];
            Leave(slot);
            if (entries[slot].Owner.TryGetTarget(out _))
            {
                Enter(slot, Math.Min(generation + 1, Lasting));
                continue;
            }
            blocks.Add((entries[slot].Block, entries[slot].Capacity));
            free.Push(slot);
        }
    }

    private void Enter(int slot, int generation)
    {
        entries[slot].Generation = generation;
        entries[slot].Position = generations[generation].Count;
        generations[generation].Add(slot);
        bytes[generation] += entries[slot].Capacity;
    }

    private void Leave(int slot)
    {
        List<int> slots = generations[entries[slot].Generation];
        int last = slots[^1];
        slots[entries[slot].Position] = last;
        entries[last].Position = entries[slot].Position;
        slots.RemoveAt(slots.Count - 1);
        bytes[entries[slot].Generation] -= entries[slot].Capacity;
    }

    private int NewSlot()
    {
        if (used == entries.Length)
            Array.Resize(ref entries, Math.Max(64, 2 * used));
        entries[used].Owner = new WeakGCHandle<PooledBuffer>(null!, trackResurrection: true);
        return used++;
    }

    private struct Entry
    {
        public WeakGCHandle<PooledBuffer> Owner;
        public nint Block;
        public long Capacity;
        public int Generation;
        public int Position;
    }
}
