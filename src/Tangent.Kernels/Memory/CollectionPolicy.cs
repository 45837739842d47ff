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

    /// <summary>Generations 0 and 1: a new object that was dropped by the second collection of its life.</summary>
    public const int Young = 1;

    /// <summary>All generations.</summary>
    public const int All = 2;

    // A full collection is worth it for an eighth of the distance that grew old since the last.
    private const long PartsOfDistance = 8;

    private readonly long distance;
    private readonly TimeShare young = new(parts: 8, TimeSpan.FromMilliseconds(100));
    private readonly TimeShare full = new(parts: 16, TimeSpan.FromMilliseconds(100));
    private long start;
    private long level;
    private long taken;
    private long latest;
    private long worthFull;

    /// <summary>About <paramref name="distance"/> bytes come into use between two collections, where they can be afforded.</summary>
    public CollectionPolicy(long distance)
    {
        this.distance = distance;
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

    /// <summary>What to collect between two evaluations, where little lives.</summary>
    public int AtRest(long now, long active, long old)
    {
        if (!IsForced || !IsDue(active))
            return None;
        // A full collection comes instead of a young one, not after it: each makes what lives just now a generation older.
        return IsFullWorthwhile(old) && full.IsLeft(now) ? All : young.IsLeft(now) ? Young : None;
    }

    /// <summary>What to collect in the middle of an evaluation, before memory is taken from the system.</summary>
    public int BeforeGrowth(long now, long active, long old)
    {
        if (!IsForced)
            return None;
        return IsFullWorthwhile(old) && full.IsLeft(now) ? All : active > Volatile.Read(ref latest) && young.IsLeft(now) ? Young : None;
    }

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

    /// <summary>Notes a young collection between two timestamps.</summary>
    public void AfterYoung(long start, long end) => young.Spend(start, end);

    /// <summary>Notes a full collection between two timestamps, the bytes that had grown <paramref name="old"/> before it since the last, the old ones that it found dropped, and those left in use.</summary>
    public void AfterFull(long start, long end, long old, long found, long active)
    {
        full.Spend(start, end);
        if (found > old / 2)
            Volatile.Write(ref worthFull, distance / PartsOfDistance);
        else if (old >= worthFull)
            Volatile.Write(ref worthFull, Math.Max(2 * old, active / 2));
    }

    private bool IsFullWorthwhile(long old) => old >= Volatile.Read(ref worthFull);
}
