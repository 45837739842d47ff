namespace Tangent.Kernels;

/// <summary>The limits that a process starts with.</summary>
internal static class PoolDefaults
{
    /// <summary>
    /// The bytes in use up to which the pool asks for no collection. From 16 to 512 MB the speed of a loop that drops
    /// its buffers is the same; this is a small part of the memory of a machine, and makes collections rare.
    /// </summary>
    public const long CollectionFloor = 256L << 20;

    /// <summary>A pool that may use four fifths of the machine's (or the container's) memory, half of it for its cache.</summary>
    public static BufferPool Create()
    {
        long limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 5 * 4;
        return new BufferPool(limit, limit / 2, CollectionFloor);
    }
}
