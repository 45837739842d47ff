using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>
/// Finds the blocks that nobody can reach any more, when bytes in use grow. The collector does not see that a handle of
/// a few bytes keeps megabytes alive, so it is asked here.
/// </summary>
internal sealed class Reclaimer(MemoryAccount account, BlockRegistry registry, CollectionPacing pacing, Action<nint, long> giveBack)
{
    private int collecting;
    private int collections;

    /// <summary>How many collections there were.</summary>
    public int Collections => Volatile.Read(ref collections);

    /// <summary>True if a collection is due at the next good moment, when little lives.</summary>
    public bool IsCollectionDue => account.Active > pacing.Threshold;

    /// <summary>Collects generations 0 and 1, if that is due.</summary>
    public void CollectIfDue()
    {
        if (IsCollectionDue)
            Exclusively(CollectYoung);
    }

    /// <summary>Bytes come into use; collects first if that cannot wait any longer, or at the limit.</summary>
    /// <exception cref="InsufficientMemoryException">Nothing is reserved: a full collection did not free enough.</exception>
    public void Reserve(long bytes, long asked)
    {
        if (account.Active <= pacing.LatestThreshold && account.TryReserve(bytes, account.Limit))
            return;
        if (bytes > account.Limit)
            throw account.Refusal(asked);
        Exclusively(CollectYoung);
        if (account.TryReserve(bytes, account.Limit))
            return;
        CollectAll();
        if (account.Active > account.Limit - bytes)
            CollectAll();
        if (!account.TryReserve(bytes, account.Limit))
            throw account.Refusal(asked);
    }

    /// <summary>Before new memory is taken: collects all generations, unless that was done a short while ago.</summary>
    public void CollectRatherThanGrow()
    {
        if (pacing.IsFullCheap(registry.OldBytes))
            Exclusively(CollectAll);
    }

    /// <summary>Collects generations 0 and 1, and all if so much is left that it is due, and takes back the blocks that turn out dropped.</summary>
    public void CollectYoung()
    {
        long start = Stopwatch.GetTimestamp(), before = account.Active;
        SlabBuffer.EndSlabs();
        Collector.CollectYoung();
        TakeBack(all: false);
        pacing.AfterYoung(start, Stopwatch.GetTimestamp(), before, account.Active);
        if (pacing.IsFullDue(account.Active))
            CollectAll();
    }

    /// <summary>Collects all generations and takes back the blocks that turn out dropped.</summary>
    /// <remarks>What is reachable only from objects with finalisers of their own is found by a second call.</remarks>
    public void CollectAll()
    {
        long start = Stopwatch.GetTimestamp();
        SlabBuffer.EndSlabs();
        Collector.CollectAll();
        TakeBack(all: true);
        pacing.AfterFull(start, account.Active, registry.OldBytes);
    }

    // One thread collects; the others need not wait for it. There is no lock to wait for, because a finaliser that
    // allocates would wait for the collection that waits for the finalisers.
    private void Exclusively(Action collect)
    {
        if (Interlocked.Exchange(ref collecting, 1) != 0)
            return;
        try
        {
            collect();
        }
        finally
        {
            Volatile.Write(ref collecting, 0);
        }
    }

    private void TakeBack(bool all)
    {
        Interlocked.Increment(ref collections);
        foreach ((nint block, long capacity) in registry.Sweep(all))
            giveBack(block, capacity);
    }
}
