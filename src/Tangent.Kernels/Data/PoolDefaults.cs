namespace Tangent.Kernels;

/// <summary>The limits that a process starts with.</summary>
internal static class PoolDefaults
{
    /// <summary>
    /// The least bytes of buffers between two collections that the pool asks for. Less would keep dropped buffers
    /// warmer, more would make collections (0.1 ms) rarer.
    /// </summary>
    public const long CollectionFloor = 256L << 20;

    /// <summary>A pool that may use four fifths of the machine's (or the container's) memory, half of it for its cache.</summary>
    public static BufferPool Create()
    {
        long limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 5 * 4;
        return new BufferPool(limit, limit / 2, CollectionFloor);
    }
}
