namespace Tangent.Kernels;

/// <summary>
/// Counts the bytes of a pool and holds them to a limit. The collector does not see that a handle of a few bytes keeps
/// megabytes alive, so the account has a budget of its own, whose crossing runs a collection.
/// </summary>
internal sealed class MemoryAccount
{
    private readonly long collectionFloor;
    private long active;
    private long peak;
    private long total;
    private long limit;
    private long budget;
    private int collecting;

    /// <summary>An empty account. The budget never falls below <paramref name="collectionFloor"/> bytes.</summary>
    public MemoryAccount(long limit, long collectionFloor)
    {
        this.limit = limit;
        this.collectionFloor = collectionFloor;
        budget = collectionFloor;
    }

    /// <summary>Bytes in use.</summary>
    public long Active => Volatile.Read(ref active);

    /// <summary>The most bytes in use since the last <see cref="ResetPeak"/>.</summary>
    public long Peak => Volatile.Read(ref peak);

    /// <summary>Bytes held from the operating system.</summary>
    public long Total => Volatile.Read(ref total);

    /// <summary>Bytes held and not in use.</summary>
    public long Cached => Math.Max(0, Total - Active);

    /// <summary>The most bytes in use.</summary>
    public long Limit => Volatile.Read(ref limit);

    /// <summary>Sets <see cref="Limit"/> and returns the previous one.</summary>
    public long SetLimit(long bytes) => Interlocked.Exchange(ref limit, bytes);

    /// <summary>Starts a new peak.</summary>
    public void ResetPeak() => Volatile.Write(ref peak, Active);

    /// <summary>Notes bytes taken from the operating system.</summary>
    public void Register(long bytes) => Interlocked.Add(ref total, bytes);

    /// <summary>Notes bytes given back to the operating system.</summary>
    public void Forget(long bytes) => Interlocked.Add(ref total, -bytes);

    /// <summary>Bytes are no longer in use.</summary>
    public void Unreserve(long bytes) => Interlocked.Add(ref active, -bytes);

    /// <summary>Bytes come into use, if they fit the limit as things are.</summary>
    public bool TryReserve(long bytes) => TryReserve(bytes, Limit);

    /// <summary>Bytes come into use; collects first if that crosses the budget or the limit.</summary>
    /// <exception cref="InsufficientMemoryException">Nothing is reserved: a full collection did not free enough.</exception>
    public void Reserve(long bytes, long asked)
    {
        if (TryReserve(bytes, Math.Min(Limit, Volatile.Read(ref budget))))
            return;
        if (bytes > Limit)
            throw Refusal(asked);
        if (Active + bytes <= Limit)
            CollectForBudget(bytes);
        if (TryReserve(bytes))
            return;
        CollectForLimit(bytes);
        if (!TryReserve(bytes))
            throw Refusal(asked);
    }

    /// <summary>The error for <paramref name="asked"/> bytes that are not to be had.</summary>
    public InsufficientMemoryException Refusal(long asked, Exception? cause = null) => new(
        $"Cannot allocate {asked:N0} bytes: arrays hold {Active:N0} bytes and the memory limit is {Limit:N0} bytes. " +
        "Drop arrays that are no longer needed, or raise the limit with SetMemoryLimit.", cause);

    private bool TryReserve(long bytes, long most)
    {
        long before = Active;
        while (before <= most - bytes)
        {
            long seen = Interlocked.CompareExchange(ref active, before + bytes, before);
            if (seen == before)
            {
                RaisePeak(before + bytes);
                return true;
            }
            before = seen;
        }
        return false;
    }

    private void RaisePeak(long bytes)
    {
        long before = Peak;
        while (bytes > before)
        {
            long seen = Interlocked.CompareExchange(ref peak, bytes, before);
            if (seen == before)
                return;
            before = seen;
        }
    }

    // One thread collects; the others need not wait for it. There is no lock to wait for, because a finaliser that
    // allocates would wait for the collection that waits for the finalisers.
    // The budget becomes twice what survived, so that building up a large live set takes few collections. It grows only
    // after a full one: the others promote what is alive just now, which stays uncounted garbage when it dies later.
    private void CollectForBudget(long bytes)
    {
        if (Interlocked.Exchange(ref collecting, 1) != 0)
            return;
        try
        {
            bool full = CollectUntil(Volatile.Read(ref budget) / 4 * 3);
            long next = Math.Max(collectionFloor, 2 * (Active + bytes));
            if (full || next < Volatile.Read(ref budget))
                Volatile.Write(ref budget, next);
        }
        finally
        {
            Volatile.Write(ref collecting, 0);
        }
    }

    // The second full collection finds what was reachable only from objects with finalisers of their own.
    private void CollectForLimit(long bytes)
    {
        CollectUntil(Limit - bytes);
        if (Active > Limit - bytes)
            Collector.ReturnAll();
    }

    // Generation 1 costs what generation 0 does, and finds the buffers that were alive at the last collection.
    // True if a full collection was needed.
    private bool CollectUntil(long target)
    {
        Collector.ReturnYoung();
        if (Active <= target)
            return false;
        Collector.ReturnAll();
        return true;
    }
}
