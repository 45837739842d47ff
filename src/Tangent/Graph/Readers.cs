namespace Tangent;

/// <summary>
/// Who may still read the value of a node that has none yet: handles, known weakly, and the nodes that were made from it.
/// Of handles only the collector knows whether they live (decision 1).
/// </summary>
internal sealed class Readers(long node)
{
    private static readonly Readers[] None = [];

    // One weak reference, or an array of them.
    private object? handles;
    private List<Readers>? consumers;
    private bool isDone;

    /// <summary>The collections there had been when the node was made: a later one tells of handles that are younger.</summary>
    public int BornAt { get; } = GC.CollectionCount(0);

    /// <summary>Those of the nodes that were made from this one, while it has no value.</summary>
    public Readers[] Consumers
    {
        get
        {
            lock (this)
                return consumers is null ? None : [.. consumers];
        }
    }

    /// <summary>True if one node alone was made from this one.</summary>
    public bool HasOneConsumer
    {
        get
        {
            lock (this)
                return consumers is { Count: 1 };
        }
    }

    /// <summary>True once the node has let go of its inputs: it reads nothing any more.</summary>
    public bool IsDone => Volatile.Read(ref isDone);

    /// <summary>Adds a handle, perhaps instead of another, which is forgotten as the dead ones are.</summary>
    public void Add(NDArray array, NDArray? insteadOf)
    {
        WeakReference<NDArray> own = WeakReferences.Current.Take(array);
        object? before;
        do
            before = Volatile.Read(ref handles);
        while (Interlocked.CompareExchange(ref handles, before is null ? own : With(own, before, insteadOf), before) != before);
    }

    /// <summary>Adds a node that was made from this one.</summary>
    public void Add(Readers consumer)
    {
        lock (this)
        {
            consumers ??= [];
            if (consumers.Count == consumers.Capacity)
                consumers.RemoveAll(other => other.IsGone);
            consumers.Add(consumer);
        }
    }

    /// <summary>The node has a value: nobody waits for it any more; and if it lets go of its inputs, it reads none.</summary>
    public void Settle(bool releasesInputs)
    {
        lock (this)
            consumers = null;
        if (releasesInputs)
            Volatile.Write(ref isDone, true);
    }

    /// <summary>A handle that is not certain to be dead, or null.</summary>
    public NDArray? Find()
    {
        object? all = Volatile.Read(ref handles);
        if (all is WeakReference<NDArray>[] several)
        {
            foreach (WeakReference<NDArray> handle in several)
                if (Held(handle) is { } array)
                    return array;
            return null;
        }
        return all is WeakReference<NDArray> one ? Held(one) : null;
    }

    private bool IsGone => IsDone || (consumers is null && Find() is null);

    private WeakReference<NDArray>[] With(WeakReference<NDArray> own, object before, NDArray? without)
    {
        var living = new List<WeakReference<NDArray>> { own };
        foreach (WeakReference<NDArray> handle in before as WeakReference<NDArray>[] ?? [(WeakReference<NDArray>)before])
            if (Held(handle) is { } array && !ReferenceEquals(array, without))
                living.Add(handle);
        return [.. living];
    }

    // A handle that was assigned to stands for another node now, and the reference to one that died may be in use again.
    private NDArray? Held(WeakReference<NDArray> handle) =>
        handle.TryGetTarget(out NDArray? array) && array.Node.Id == node ? array : null;
}
