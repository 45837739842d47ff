using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>
/// Unmanaged memory in blocks of fixed sizes that are used again and again: touching fresh memory is ten times slower
/// than touching warm memory. All members may be called from any thread, finalisers included.
/// </summary>
internal sealed class BufferPool
{
    // A block of the next two sizes, at most 1.4 times as large, is better than a fresh one.
    private const int LargerClasses = 2;

    // Small blocks come several at once, so that one more here and there finds a free one.
    private const long BytesAtOnce = 512 << 10;
    private const long MostAtOnce = 8;

    // The C library keeps small freed blocks until it is asked, which takes a while.
    private const long BytesWorthTrimming = 16 << 20;

    private readonly FreeList[] lists = new FreeList[SizeClass.Count];
    private readonly MemoryAccount account;
    private readonly BlockRegistry registry = new();
    private readonly Reclaimer reclaimer;
    private readonly SurplusPolicy surplus = new(Stopwatch.GetTimestamp());
    private readonly long defaultCacheLimit;
    private long cacheLimit;
    private long freshBlocks;

    /// <summary>A pool of its own, which collects after <paramref name="fewestBytes"/> at the earliest: tests use it.</summary>
    public BufferPool(long memoryLimit, long cacheLimit, long fewestBytes)
    {
        for (int i = 0; i < lists.Length; i++)
            lists[i] = new FreeList();
        account = new MemoryAccount(memoryLimit);
        reclaimer = new Reclaimer(account, registry, new CollectionPolicy(fewestBytes, Stopwatch.GetTimestamp()), Return);
        this.cacheLimit = defaultCacheLimit = cacheLimit;
    }

    /// <summary>The pool of all arrays.</summary>
    public static BufferPool Shared { get; } = PoolDefaults.Create();

    /// <summary>Bytes of the blocks in use; those that are unreachable but not yet collected count.</summary>
    public long ActiveBytes => account.Active;

    /// <summary>The most <see cref="ActiveBytes"/> since the start or the last <see cref="ResetPeak"/>.</summary>
    public long PeakBytes => account.Peak;

    /// <summary>Bytes of the free blocks that are kept for use.</summary>
    public long CachedBytes => account.Cached;

    /// <summary>How many blocks were taken from the operating system so far: it stands still in a steady state.</summary>
    public long FreshBlocks => Volatile.Read(ref freshBlocks);

    /// <summary>The most bytes in use and cached together.</summary>
    public long MemoryLimit => account.Limit;

    /// <summary>The most bytes cached; while it is what the pool began with, free blocks that were not needed for a while go back all the same.</summary>
    public long CacheLimit => Volatile.Read(ref cacheLimit);

    /// <summary>A buffer of at least <paramref name="size"/> bytes, not cleared.</summary>
    /// <exception cref="InsufficientMemoryException">It would not fit the memory limit, even after a full collection.</exception>
    public PooledBuffer Take(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (size > SizeClass.Largest)
            throw account.Refusal(size);
        int index = SizeClass.IndexOf(size);
        long capacity = SizeClass.SizeOf(index);
        reclaimer.Reserve(capacity, size);
        if (TryTakeFree(index) is { } free)
            return free;
        reclaimer.CollectRatherThanGrow();
        return TryTakeFree(index) ?? TakeFresh(capacity, size);
    }

    /// <summary>How often the pool has looked for dropped blocks, after collections that it asked for and others.</summary>
    public int Collections => reclaimer.Collections;

    /// <summary>How long the collections that the pool has asked for took.</summary>
    public TimeSpan CollectionTime => reclaimer.CollectionTime;

    /// <summary>Notes that an evaluation has ended; true if so much came into use that a collection is due when the next begins.</summary>
    public bool EndEvaluation()
    {
        if (surplus.EndEvaluation() && CacheLimit == defaultCacheLimit)
            GiveBackSurplus(Stopwatch.GetTimestamp());
        return reclaimer.EndEvaluation();
    }

    /// <summary>Gives the system what was free throughout the last evaluations, if that is worth it at this timestamp.</summary>
    public void GiveBackSurplus(long now)
    {
        long bytes = 0;
        for (int i = 0; i < lists.Length; i++)
            bytes += lists[i].Surplus * SizeClass.SizeOf(i);
        if (!surplus.IsDue(now, bytes))
            return;
        for (int i = 0; i < lists.Length; i++)
        {
            long capacity = SizeClass.SizeOf(i);
            foreach (nint block in lists[i].EvictSurplus())
                Free(block, capacity);
        }
        if (bytes > BytesWorthTrimming)
            SystemMemory.Trim();
    }

    /// <summary>Collects, if that is due.</summary>
    public void CollectIfDue() => reclaimer.CollectIfDue();

    /// <summary>Turns collections off, but for those at the memory limit, or on again; returns whether they were on.</summary>
    public bool SetForcedCollections(bool isForced) => reclaimer.SetForced(isForced);

    /// <summary>Collects generation 0 and takes back the blocks that turn out dropped, if the time for it can be afforded.</summary>
    public bool TryCollectYoungest() => reclaimer.TryCollectYoungest();

    /// <summary>Collects generations 0 and 1 and takes back the blocks that turn out dropped.</summary>
    public void CollectYoung() => reclaimer.Collect(CollectionPolicy.Young);

    /// <summary>Collects all generations and takes back the blocks that turn out dropped.</summary>
    public void CollectAll() => reclaimer.Collect(CollectionPolicy.All);

    /// <summary>Takes a block back from its owner, which calls this once.</summary>
    internal void Return(int slot, nint block, long capacity)
    {
        registry.Remove(slot);
        Return(block, capacity);
    }

    private void Return(nint block, long capacity)
    {
        if (capacity > CacheLimit)
        {
            Free(block, capacity);
            account.Unreserve(capacity);
            return;
        }
        lists[SizeClass.IndexOf(capacity)].Push(block, FreshBlocks);
        account.Unreserve(capacity);
        if (account.Cached > CacheLimit)
            TrimTo(CacheLimit);
    }

    /// <summary>Sets <see cref="MemoryLimit"/> in bytes and returns the previous one.</summary>
    public long SetMemoryLimit(long limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        long previous = account.SetLimit(limit);
        TrimTo(Math.Max(0, limit - ActiveBytes));
        return previous;
    }

    /// <summary>Sets <see cref="CacheLimit"/> in bytes, frees what is beyond it, and returns the previous one.</summary>
    public long SetCacheLimit(long limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        long previous = Interlocked.Exchange(ref cacheLimit, limit);
        TrimTo(limit);
        return previous;
    }

    /// <summary>Gives all cached blocks back to the operating system.</summary>
    public void ClearCache()
    {
        TrimTo(0);
        SystemMemory.Trim();
    }

    /// <summary>Starts a new <see cref="PeakBytes"/> at what is in use now.</summary>
    public void ResetPeak() => account.ResetPeak();

    private PooledBuffer? TryTakeFree(int index) => lists[index].TryPop(FreshBlocks, out nint block)
        ? registry.Add(this, block, SizeClass.SizeOf(index))
        : TakeLarger(index);

    private PooledBuffer? TakeLarger(int index)
    {
        int last = Math.Min(index + LargerClasses, lists.Length - 1);
        for (int larger = index + 1; larger <= last; larger++)
        {
            if (lists[larger].IsEmpty || !lists[larger].TryPop(FreshBlocks, out nint block))
                continue;
            long capacity = SizeClass.SizeOf(larger);
            if (account.TryReserve(capacity - SizeClass.SizeOf(index), MemoryLimit))
                return registry.Add(this, block, capacity);
            lists[larger].Push(block, FreshBlocks);
        }
        return null;
    }

    private PooledBuffer TakeFresh(long capacity, long size)
    {
        Interlocked.Increment(ref freshBlocks);
        account.Register(capacity);
        long excess = account.Total - MemoryLimit;
        if (excess > 0)
            TrimTo(Math.Max(0, account.Cached - excess));
        nint block;
        try
        {
            block = AllocateOrTrim(capacity);
        }
        catch (OutOfMemoryException e)
        {
            account.Forget(capacity);
            account.Unreserve(capacity);
            throw account.Refusal(size, e);
        }
        StockUp(capacity);
        return registry.Add(this, block, capacity);
    }

    private void StockUp(long capacity)
    {
        for (long more = Math.Min(MostAtOnce, BytesAtOnce / capacity); more > 1; more--)
        {
            if (account.Total > MemoryLimit - capacity || account.Cached > CacheLimit - capacity)
                return;
            nint block;
            try
            {
                block = SystemMemory.Allocate(capacity);
            }
            catch (OutOfMemoryException)
            {
                return;
            }
            Interlocked.Increment(ref freshBlocks);
            account.Register(capacity);
            lists[SizeClass.IndexOf(capacity)].Push(block, FreshBlocks);
        }
    }

    private nint AllocateOrTrim(long capacity)
    {
        try
        {
            return SystemMemory.Allocate(capacity);
        }
        catch (OutOfMemoryException)
        {
            CollectAll();
            ClearCache();
            return SystemMemory.Allocate(capacity);
        }
    }

    // Sizes that a program no longer uses go first, so that a new working set is not kept out of the cache by an old one.
    private void TrimTo(long target)
    {
        while (account.Cached > target && LeastRecentlyUsed() is >= 0 and int index)
        {
            long capacity = SizeClass.SizeOf(index);
            while (account.Cached > target && lists[index].TryEvict(out nint block))
                Free(block, capacity);
        }
    }

    private void Free(nint block, long capacity)
    {
        SystemMemory.Free(block, capacity);
        account.Forget(capacity);
    }

    private int LeastRecentlyUsed()
    {
        int oldest = -1;
        for (int i = 0; i < lists.Length; i++)
        {
            if (!lists[i].IsEmpty && (oldest < 0 || lists[i].LastUse < lists[oldest].LastUse))
                oldest = i;
        }
        return oldest;
    }
}
