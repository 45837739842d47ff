using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>
/// Finds the blocks that nobody can reach any more, when bytes in use grow. The collector does not see that a handle of
/// a few bytes keeps megabytes alive, so it is asked here.
/// </summary>
internal sealed class Reclaimer(MemoryAccount account, BlockRegistry registry, CollectionPacing pacing, Action<nint, long> giveBack)
{
    // A collection in the middle of an evaluation makes handles older than the values that they are going to hold, so that
    // these die a generation too late for the young collections to come. They are dropped when the second graph begins.
    private const int FullsAfterTheMiddle = 2;

    private int collecting;
    private int collections;
    private int fullsDue;
    private bool isSearched;
    private long level;
    private long taken;

    /// <summary>How many collections there were.</summary>
    public int Collections => Volatile.Read(ref collections);

    /// <summary>Notes that an evaluation has ended; true if a collection is due when the next begins, and little lives.</summary>
    public bool EndEvaluation()
    {
        long active = account.Active;
        Volatile.Write(ref taken, active - level);
        Volatile.Write(ref level, active);
        pacing.Lower(active);
        return IsDue;
    }

    /// <summary>Collects, if that is due.</summary>
    public void CollectIfDue()
    {
        if (IsDue)
            Exclusively(CollectAtRest);
    }

    /// <summary>Bytes come into use; collects first at the limit.</summary>
    /// <exception cref="InsufficientMemoryException">Nothing is reserved: a full collection did not free enough.</exception>
    public void Reserve(long bytes, long asked)
    {
        if (account.TryReserve(bytes, account.Limit))
            return;
        if (bytes > account.Limit)
            throw account.Refusal(asked);
        Exclusively(CollectInTheMiddle);
        if (account.TryReserve(bytes, account.Limit))
            return;
        CollectAll();
        if (account.Active > account.Limit - bytes)
            CollectAll();
        if (!account.TryReserve(bytes, account.Limit))
            throw account.Refusal(asked);
    }

    /// <summary>Before so many bytes are taken from the system: collects if that may well find some.</summary>
    public void CollectRatherThanGrow(long bytes)
    {
        // Twice in one evaluation would find only what the first time made old.
        if (!isSearched && pacing.IsFullWorthwhile(registry.OldBytes) && pacing.CanAffordFull(Stopwatch.GetTimestamp(), bytes))
            Exclusively(Search);
        else if (account.Active > pacing.LatestThreshold)
            Exclusively(CollectInTheMiddle);
    }

    /// <summary>In the middle of an evaluation: collects generation 0 and takes back the blocks that turn out dropped.</summary>
    public void CollectYoungest()
    {
        Collector.Collect(0);
        TakeBack(0);
        fullsDue = FullsAfterTheMiddle;
    }

    /// <summary>Collects generations 0 and 1 and takes back the blocks that turn out dropped.</summary>
    public void CollectYoung()
    {
        long start = Stopwatch.GetTimestamp();
        Collector.Collect(1);
        TakeBack(1);
        pacing.AfterYoung(start, Stopwatch.GetTimestamp());
    }

    /// <summary>Collects all generations and takes back the blocks that turn out dropped.</summary>
    /// <remarks>What is reachable only from objects with finalisers of their own is found by a second call.</remarks>
    public void CollectAll()
    {
        long start = Stopwatch.GetTimestamp(), old = registry.OldBytes, before = old + registry.LastingBytes;
        Collector.CollectAll();
        TakeBack(2);
        pacing.AfterFull(start, Stopwatch.GetTimestamp(), account.Active, old, before - registry.LastingBytes);
    }

    private bool IsDue => pacing.IsDue(account.Active, Volatile.Read(ref taken));

    private void CollectInTheMiddle()
    {
        CollectYoung();
        fullsDue = FullsAfterTheMiddle;
    }

    private void Search()
    {
        CollectAll();
        pacing.Pay(Stopwatch.GetTimestamp());
        fullsDue = FullsAfterTheMiddle;
        isSearched = true;
    }

    // A full collection comes instead of a young one, not after it: each makes what lives just now a generation older.
    private void CollectAtRest()
    {
        long lacking = account.Cached < taken ? taken : 0;
        bool all = (fullsDue > 0 || pacing.IsFullWorthwhile(registry.OldBytes)) && pacing.CanAffordFull(Stopwatch.GetTimestamp(), lacking);
        if (!all)
            CollectYoung();
        if (all || pacing.IsFullDue(account.Active))
        {
            CollectAll();
            pacing.Pay(Stopwatch.GetTimestamp());
            fullsDue = Math.Max(0, fullsDue - 1);
        }
        isSearched = false;
        Volatile.Write(ref level, account.Active);
        pacing.StartFrom(account.Active);
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

    private void TakeBack(int generation)
    {
        long before = account.Active;
        Interlocked.Increment(ref collections);
        foreach ((nint block, long capacity) in registry.Sweep(generation))
            giveBack(block, capacity);
        long freed = before - account.Active;
        Interlocked.Add(ref level, -freed);
        pacing.Postpone(freed, account.Active);
    }
}
