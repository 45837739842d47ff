using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>
/// Decides how many bytes may come into use before a collection looks for dropped blocks. Few, and blocks are used
/// again while they are in the cache; more where collections would take too large a share of the time.
/// </summary>
internal sealed class CollectionPacing
{
    // Measured: a collection takes 30 to 100 µs, and saves 300 µs for each 8 MB that would be written to cold memory.
    private const long Share = 4;

    // A full collection visits all that lives: it waits until that has doubled, or new memory would be needed and it may
    // find some, and full collections would still take no more than this share of the time.
    private const long FewestBytesForAll = 256L << 20;
    private const long ShareForAll = 16;
    private const long FewestRoomsForOld = 8;

    private readonly long fewest;
    private long room;
    private long threshold;
    private long thresholdForAll;
    private long thresholdForOld;
    private long last = Stopwatch.GetTimestamp();
    private long lastFull = Stopwatch.GetTimestamp();
    private long costOfFull = Stopwatch.Frequency / 500;

    /// <summary>At least <paramref name="fewest"/> bytes come into use between two collections.</summary>
    public CollectionPacing(long fewest)
    {
        this.fewest = room = threshold = fewest;
        thresholdForAll = Math.Max(fewest, FewestBytesForAll);
        thresholdForOld = FewestRoomsForOld * fewest;
    }

    /// <summary>The bytes in use from which a collection is due.</summary>
    public long Threshold => Volatile.Read(ref threshold);

    /// <summary>The bytes in use from which it no longer waits for a moment when little lives.</summary>
    public long LatestThreshold => Threshold + Volatile.Read(ref room);

    /// <summary>True if what a young collection left is so much that only a full one can tell whether it lives.</summary>
    public bool IsFullDue(long active) => active > thresholdForAll;

    /// <summary>True if a full collection is better than new memory while only it could find <paramref name="old"/> bytes.</summary>
    /// <remarks>It makes old what lives just then, which the next one finds: without a threshold each would call for the next.</remarks>
    public bool IsFullCheap(long old) =>
        old > Volatile.Read(ref thresholdForOld)
        && Stopwatch.GetTimestamp() - Volatile.Read(ref lastFull) > ShareForAll * Volatile.Read(ref costOfFull);

    /// <summary>Notes a young collection between the timestamps <paramref name="start"/> and <paramref name="end"/>, and the bytes in use before and after it.</summary>
    public void AfterYoung(long start, long end, long before, long after)
    {
        bool isDear = (end - start) * Share > start - last;
        bool isFutile = before - after < room / 4;
        if (isDear || isFutile)
            room = Math.Min(2 * room, Math.Max(thresholdForAll / 2, fewest));
        else if ((end - start) * Share * 2 < start - last)
            room = Math.Max(room / 2, fewest);
        last = end;
        Volatile.Write(ref threshold, after + room);
    }

    /// <summary>Notes a full collection that began at the timestamp <paramref name="start"/> and left <paramref name="active"/> bytes, <paramref name="old"/> of them old.</summary>
    public void AfterFull(long start, long active, long old)
    {
        last = Stopwatch.GetTimestamp();
        Volatile.Write(ref costOfFull, last - start);
        Volatile.Write(ref lastFull, last);
        thresholdForAll = Math.Max(Math.Max(fewest, FewestBytesForAll), 2 * active);
        Volatile.Write(ref thresholdForOld, 2 * old + FewestRoomsForOld * fewest);
        Volatile.Write(ref threshold, active + room);
    }
}
