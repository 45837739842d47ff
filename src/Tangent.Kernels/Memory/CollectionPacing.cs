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

    // So many collections are judged together, by the fastest of them: one that was interrupted tells nothing.
    private const int Judged = 8;

    // A full collection visits all that lives: it waits until that has doubled.
    private const long FewestBytesForAll = 256L << 20;

    // It comes sooner for an eighth of the least distance that grew old since the last, if such ones take no more than this
    // share of the time, a few in a row, or less than to touch the new memory that would be needed otherwise.
    private const long PartsOfFewest = 8;
    private const long ShareForAll = 16;
    private const long MostInARow = 4;
    private const double FreshBytesPerSecond = 9e9;

    private readonly long fewest;
    private long room;
    private long threshold;
    private long latest;
    private long thresholdForAll;
    private long thresholdForOld;
    private long judgedSince = Stopwatch.GetTimestamp();
    private long fastest = long.MaxValue;
    private int judged;
    private long paidUntil = long.MinValue;
    private long costOfFull = long.MaxValue;

    /// <summary>At least <paramref name="fewest"/> bytes come into use between two collections.</summary>
    public CollectionPacing(long fewest)
    {
        this.fewest = room = threshold = fewest;
        latest = 2 * fewest;
        thresholdForAll = Math.Max(fewest, FewestBytesForAll);
        thresholdForOld = fewest / PartsOfFewest;
    }

    /// <summary>The bytes in use from which a collection no longer waits for a moment when little lives, but comes before new memory.</summary>
    public long LatestThreshold => Volatile.Read(ref latest);

    /// <summary>True if another evaluation that takes as many bytes as the last did would go beyond the distance.</summary>
    public bool IsDue(long active, long taken) => active + taken > Volatile.Read(ref threshold);

    /// <summary>True if what a young collection left is so much that only a full one can tell whether it lives.</summary>
    public bool IsFullDue(long active) => active > thresholdForAll;

    /// <summary>True if so many bytes that grew old since the last full collection are worth one, if it can be afforded.</summary>
    public bool IsFullWorthwhile(long old) => old >= Volatile.Read(ref thresholdForOld);

    /// <summary>True if, at the timestamp <paramref name="now"/>, a full collection may take its time, where <paramref name="lacking"/> bytes would be taken from the system otherwise.</summary>
    public bool CanAffordFull(long now, long lacking) => Volatile.Read(ref paidUntil) <= now
        || Volatile.Read(ref costOfFull) <= lacking / FreshBytesPerSecond * Stopwatch.Frequency;

    /// <summary>After a collection between two evaluations so many bytes are in use, from which the distances count.</summary>
    public void StartFrom(long active)
    {
        Volatile.Write(ref threshold, active + room);
        Volatile.Write(ref latest, active + room + Math.Max(room, active / 2));
    }

    /// <summary>Between two evaluations so many bytes are in use: if they have become less, the distances count from here.</summary>
    public void Lower(long active)
    {
        if (active + room < threshold)
            StartFrom(active);
    }

    /// <summary>In the middle of an evaluation a collection freed some bytes and left others: the next there waits, the next at a good moment does not.</summary>
    public void Postpone(long freed, long active)
    {
        Interlocked.Add(ref threshold, -freed);
        Volatile.Write(ref latest, Math.Max(latest, active + Math.Max(room, active / 2)));
    }

    /// <summary>Notes a young collection between the timestamps <paramref name="start"/> and <paramref name="end"/>.</summary>
    public void AfterYoung(long start, long end)
    {
        fastest = Math.Min(fastest, end - start);
        if (++judged == Judged)
            Judge(end);
    }

    /// <summary>Notes a full collection between two timestamps, the bytes in use after it, those that had grown <paramref name="old"/> since the last, and the old ones that it found dropped.</summary>
    public void AfterFull(long start, long end, long active, long old, long found)
    {
        Volatile.Write(ref costOfFull, end - start);
        thresholdForAll = Math.Max(Math.Max(fewest, FewestBytesForAll), 2 * active);
        if (found > old / 2)
            Volatile.Write(ref thresholdForOld, fewest / PartsOfFewest);
        else if (old >= thresholdForOld)
            Volatile.Write(ref thresholdForOld, Math.Max(2 * old, active / 2));
    }

    /// <summary>Notes that the last full collection was one that had to be afforded, and ended at the timestamp <paramref name="now"/>.</summary>
    public void Pay(long now)
    {
        long price = costOfFull * ShareForAll;
        Volatile.Write(ref paidUntil, Math.Max(paidUntil, now - (MostInARow - 1) * price) + price);
    }

    private void Judge(long now)
    {
        long taken = fastest * Judged * Share, passed = now - judgedSince;
        if (taken > passed)
            room = Math.Min(2 * room, Math.Max(thresholdForAll / 2, fewest));
        else if (taken < passed / 2)
            room = Math.Max(room / 2, fewest);
        (judged, fastest, judgedSince) = (0, long.MaxValue, now);
    }
}
