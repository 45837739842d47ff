using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>
/// Finds the blocks that nobody can reach any more. The collector does not see that a handle of a few bytes keeps
/// megabytes alive, so it is asked when <see cref="CollectionPolicy"/> says so; what the runtime's own collections
/// have found is taken back as well.
/// </summary>
internal sealed class Reclaimer(MemoryAccount account, BlockRegistry registry, CollectionPolicy policy, Action<nint, long> giveBack)
{
    private readonly int[] seen = [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];
    private int collecting;
    private int collections;
    private long spent;
    private long told;

    /// <summary>How often dropped blocks were looked for.</summary>
    public int Collections => Volatile.Read(ref collections);

    /// <summary>How long the collections took that were asked for here.</summary>
    public TimeSpan CollectionTime => Stopwatch.GetElapsedTime(0, Volatile.Read(ref spent));

    /// <summary>Turns the collections that the policy asks for on or off, and returns what was set before.</summary>
    public bool SetForced(bool isForced)
    {
        bool before = policy.IsForced;
        policy.IsForced = isForced;
        TellRuntime();
        return before;
    }

    /// <summary>Notes that an evaluation has ended; true if a collection is due when the next begins, and little lives.</summary>
    public bool EndEvaluation()
    {
        policy.EndEvaluation(account.Active);
        return policy.IsDue(account.Active);
    }

    /// <summary>Between two evaluations: takes dropped blocks back, and collects first if that is due.</summary>
    public void CollectIfDue()
    {
        if (!TryBegin())
            return;
        try
        {
            bool isFound = TakeBackWhatTheRuntimeFound();
            int generation = policy.AtRest(Stopwatch.GetTimestamp(), account.Active, registry.OldBytes);
            if (generation != CollectionPolicy.None)
                Collect(generation);
            if (isFound || generation != CollectionPolicy.None)
                policy.StartFrom(account.Active);
            TellRuntime();
        }
        finally
        {
            End();
        }
    }

    /// <summary>Before bytes are taken from the system: looks for dropped blocks if that may well find some.</summary>
    public void CollectRatherThanGrow()
    {
        if (!TryBegin())
            return;
        try
        {
            if (!TakeBackWhatTheRuntimeFound())
                CollectInTheMiddle(policy.BeforeGrowth(Stopwatch.GetTimestamp(), account.Active, registry.OldBytes));
        }
        finally
        {
            End();
        }
    }

    /// <summary>In the middle of an evaluation: collects generation 0, so that weak handles tell; false if the time cannot be afforded.</summary>
    public bool TryCollectYoungest()
    {
        if (!policy.CanAffordYoung(Stopwatch.GetTimestamp()))
            return false;
        CollectInTheMiddle(CollectionPolicy.Youngest);
        return true;
    }

    /// <summary>Bytes come into use; collects first at the limit.</summary>
    /// <exception cref="InsufficientMemoryException">Nothing is reserved: a full collection did not free enough.</exception>
    public void Reserve(long bytes, long asked)
    {
        if (account.TryReserve(bytes, account.Limit))
            return;
        if (bytes > account.Limit)
            throw account.Refusal(asked);
        CollectInTheMiddle(CollectionPolicy.Young);
        if (account.TryReserve(bytes, account.Limit))
            return;
        Collect(CollectionPolicy.All);
        if (account.Active > account.Limit - bytes)
            Collect(CollectionPolicy.All);
        if (!account.TryReserve(bytes, account.Limit))
            throw account.Refusal(asked);
    }

    /// <summary>Collects up to a generation and takes back the blocks that turn out dropped.</summary>
    /// <remarks>What is reachable only from objects with finalisers of their own is found by a second call for all generations.</remarks>
    public void Collect(int generation)
    {
        long start = Stopwatch.GetTimestamp(), old = registry.OldBytes, before = old + registry.LastingBytes;
        if (generation < GC.MaxGeneration)
            Collector.Collect(generation);
        else
            Collector.CollectAll();
        TakeBack(generation);
        long end = Stopwatch.GetTimestamp();
        Interlocked.Add(ref spent, end - start);
        if (generation < GC.MaxGeneration)
            policy.AfterYoung(start, end);
        else
            policy.AfterFull(start, end, old, before - registry.LastingBytes, account.Active);
    }

    private void CollectInTheMiddle(int generation)
    {
        if (generation == CollectionPolicy.None)
            return;
        Collect(generation);
        policy.AfterTheMiddle();
    }

    // One thread collects; the others need not wait for it. There is no lock to wait for, because a finaliser that
    // allocates would wait for the collection that waits for the finalisers.
    private bool TryBegin() => Interlocked.Exchange(ref collecting, 1) == 0;

    private void End() => Volatile.Write(ref collecting, 0);

    private bool TakeBackWhatTheRuntimeFound()
    {
        for (int generation = seen.Length - 1; generation >= 0; generation--)
            if (GC.CollectionCount(generation) != seen[generation])
            {
                TakeBack(generation);
                return true;
            }
        return false;
    }

    private void TakeBack(int generation)
    {
        for (int i = 0; i < seen.Length; i++)
            seen[i] = GC.CollectionCount(i);
        long before = account.Active;
        Interlocked.Increment(ref collections);
        foreach ((nint block, long capacity) in registry.Sweep(generation))
            giveBack(block, capacity);
        policy.Found(before - account.Active, account.Active);
    }

    // The runtime decides when to collect by what it knows of, which without this are a few bytes for each block.
    private void TellRuntime()
    {
        long active = policy.IsForced ? 0 : account.Active, change = active - Interlocked.Exchange(ref told, active);
        if (change > 0)
            GC.AddMemoryPressure(change);
        else if (change < 0)
            GC.RemoveMemoryPressure(-change);
    }
}
