namespace Tangent.Kernels;

/// <summary>The limits that a process starts with.</summary>
internal static class PoolDefaults
{
    /// <summary>The fewest bytes that come into use between two collections, measured best of 2 to 64 MB: they go round in the cache.</summary>
    public const long FewestBytes = 8L << 20;

    /// <summary>The switch of <see cref="AppContext"/> by which a host turns collections off from the start.</summary>
    public const string ForcedCollections = "Tangent.ForcedCollections";

    /// <summary>A pool that may use four fifths of the machine's (or the container's) memory, half of it for its cache.</summary>
    public static BufferPool Create()
    {
        long limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 5 * 4;
        var pool = new BufferPool(limit, limit / 2, FewestBytes);
        pool.SetForcedCollections(!AppContext.TryGetSwitch(ForcedCollections, out bool isForced) || isForced);
        return pool;
    }
}
