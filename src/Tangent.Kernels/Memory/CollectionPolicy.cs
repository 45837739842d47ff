using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>
/// Decides when dropped blocks are looked for, and how thoroughly: as few bytes come into use between two collections as
/// leave blocks in the cache, and collections take a bounded share of the time, whatever else the process does.
/// </summary>
/// <remarks>All figures of decision 2. It is told the time and what is in use, and asks nobody.</remarks>
internal sealed class CollectionPolicy
{
    /// <summary>No collection.</summary>
    public const int None = -1;

    /// <summary>Generation 0.</summary>
    public const int Youngest = 0;

    /// <summary>Generations 0 and 1: a new object that was dropped by the second collection of its life.</summary>
    public const int Young = 1;

    /// <summary>All generations.</summary>
    public const int All = 2;

    // A full collection is worth it for an eighth of the distance that grew old since the last.
    private const long PartsOfDistance = 8;

    // A collection in the middle of an evaluation makes handles older than the values that they are going to hold, so that
    // these die a generation too late for the young collections to come. They are dropped when the second graph begins.
    private const int FullsAfterTheMiddle = 2;

    // What was dropped long after it had grown old is looked for now and then: after a second, if that takes little of it.
    private const long PartsNowAndThen = 128;

    private readonly long distance;
    private readonly TimeShare young = new(parts: 12, TimeSpan.FromMilliseconds(100));
    private readonly TimeShare full = new(parts: 24, TimeSpan.FromMilliseconds(100));
    private long start;
    private long level;
    private long taken;
    private long latest;
    private long worthFull;
    private long nextFull;
    private int fullsDue;

    /// <summary>From the timestamp <paramref name="now"/> on about <paramref name="distance"/> bytes come into use between two collections, where they can be afforded.</summary>
    public CollectionPolicy(long distance, long now)
    {
        this.distance = distance;
        nextFull = now + Stopwatch.Frequency;
        worthFull = distance / PartsOfDistance;
        latest = 2 * distance;
    }

    /// <summary>False where the host wants none but those that the runtime decides on.</summary>
    public bool IsForced { get; set; } = true;

    /// <summary>An evaluation has ended with so many bytes in use.</summary>
    public void EndEvaluation(long active)
    {
        Volatile.Write(ref taken, active - level);
        Volatile.Write(ref level, active);
        if (active < start)
            StartFrom(active);
    }

    /// <summary>True if another evaluation that takes as many bytes as the last did would go beyond the distance.</summary>
    public bool IsDue(long active) => active + Volatile.Read(ref taken) > Volatile.Read(ref start) + distance;

    /// <summary>True if at the timestamp <paramref name="now"/> a young collection may take its time.</summary>
    public bool CanAffordYoung(long now) => IsForced && young.IsLeft(now);

    /// <summary>What to collect between two evaluations, where little lives.</summary>
    public int AtRest(long now, long active, long old)
    {
        if (!IsDue(active))
            return None;
        // A full collection comes instead of a young one, not after it: each makes what lives just now a generation older.
        bool isFullWanted = fullsDue > 0 || now >= nextFull || IsFullWorthwhile(old);
        return isFullWanted && CanAffordFull(now) ? All : CanAffordYoung(now) ? Young : None;
    }

    /// <summary>What to collect in the middle of an evaluation, before memory is taken from the system.</summary>
    public int BeforeGrowth(long now, long active, long old) =>
        IsFullWorthwhile(old) && CanAffordFull(now) ? All
        : active > Volatile.Read(ref latest) && CanAffordYoung(now) ? Young : None;

    /// <summary>Dropped blocks of so many bytes were found: they count as taken, so that the next good moment is not missed.</summary>
    public void Found(long freed, long active)
    {
        Interlocked.Add(ref level, -freed);
        Interlocked.Add(ref start, -freed);
        Volatile.Write(ref latest, Math.Max(latest, active + Math.Max(distance, active / 2)));
    }

    /// <summary>After a collection between two evaluations so many bytes are in use, from which the distances count.</summary>
    public void StartFrom(long active)
    {
        Volatile.Write(ref start, active);
        Volatile.Write(ref level, active);
        Volatile.Write(ref latest, active + distance + Math.Max(distance, active / 2));
    }

    /// <summary>A collection has come in the middle of an evaluation.</summary>
    public void AfterTheMiddle() => fullsDue = FullsAfterTheMiddle;

    /// <summary>Notes a young collection between two timestamps.</summary>
    public void AfterYoung(long start, long end) => young.Spend(start, end);

    /// <summary>Notes a full collection between two timestamps, the bytes that had grown <paramref name="old"/> before it since the last, the old ones that it found dropped, and those left in use.</summary>
    public void AfterFull(long start, long end, long old, long found, long active)
    {
        full.Spend(start, end);
        nextFull = end + Math.Max(Stopwatch.Frequency, (end - start) * PartsNowAndThen);
        fullsDue = Math.Max(0, fullsDue - 1);
        if (found > old / 2)
            Volatile.Write(ref worthFull, distance / PartsOfDistance);
        else if (old >= worthFull)
            Volatile.Write(ref worthFull, Math.Max(2 * old, active / 2));
    }

    private bool CanAffordFull(long now) => IsForced && full.IsLeft(now);

    private bool IsFullWorthwhile(long old) => old >= Volatile.Read(ref worthFull);
}
