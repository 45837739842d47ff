namespace Tangent;

/// <summary>The handles on one node, known weakly: the collector decides whether they live (decision 1).</summary>
internal sealed class WeakHandles(long node)
{
    private WeakReference<NDArray>[] handles = [];

    /// <summary>Adds a handle, perhaps instead of another, which is forgotten as the dead ones are.</summary>
    public void Add(NDArray array, NDArray? insteadOf)
    {
        var own = new WeakReference<NDArray>(array);
        WeakReference<NDArray>[] before;
        do
            before = Volatile.Read(ref handles);
        while (Interlocked.CompareExchange(ref handles, before.Length == 0 ? [own] : [own, .. Living(before, insteadOf)], before) != before);
    }

    /// <summary>A handle that is not certain to be dead, or null.</summary>
    public NDArray? Find()
    {
        foreach (WeakReference<NDArray> handle in Volatile.Read(ref handles))
            if (Held(handle) is { } array)
                return array;
        return null;
    }

    private List<WeakReference<NDArray>> Living(WeakReference<NDArray>[] all, NDArray? without)
    {
        var living = new List<WeakReference<NDArray>>();
        foreach (WeakReference<NDArray> handle in all)
            if (Held(handle) is { } array && !ReferenceEquals(array, without))
                living.Add(handle);
        return living;
    }

    // A handle that was assigned to stands for another node now.
    private NDArray? Held(WeakReference<NDArray> handle) =>
        handle.TryGetTarget(out NDArray? array) && array.Node.Id == node ? array : null;
}
