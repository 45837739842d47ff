namespace Tangent;

/// <summary>The handles on one node, known weakly: the collector decides whether they live (decision 1).</summary>
internal sealed class WeakHandles(long node)
{
    // One, or an array of them.
    private object? handles;

    /// <summary>Adds a handle, perhaps instead of another, which is forgotten as the dead ones are.</summary>
    public void Add(NDArray array, NDArray? insteadOf)
    {
        WeakReference<NDArray> own = WeakReferences.Current.Take(array);
        object? before;
        do
            before = Volatile.Read(ref handles);
        while (Interlocked.CompareExchange(ref handles, before is null ? own : With(own, before, insteadOf), before) != before);
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
