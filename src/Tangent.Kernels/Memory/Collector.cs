namespace Tangent.Kernels;

/// <summary>Asks the garbage collector for what nobody can reach any more; afterwards weak handles tell.</summary>
internal static class Collector
{
    /// <summary>Collects the generations up to <paramref name="oldest"/>, 0 or 1.</summary>
    /// <remarks>
    /// It compacts, which costs the same here: without, each collection leaves a heap region behind for the few objects
    /// that survive, 12 KB that only a full one would free. The runtime may begin a full collection in the background
    /// instead, of which weak handles learn only when it ends; while it runs, the second call is what was asked for.
    /// </remarks>
    public static void Collect(int oldest)
    {
        long before = Finished();
        GC.Collect(oldest, GCCollectionMode.Forced, blocking: true, compacting: true);
        if (Finished() == before)
            GC.Collect(oldest, GCCollectionMode.Forced, blocking: true, compacting: true);
    }

    /// <summary>Collects all generations and waits for the finalisers, so that a second call finds what only they could reach.</summary>
    public static void CollectAll()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
    }

    // The number of the last collection for which the process stood still.
    private static long Finished() =>
        Math.Max(GC.GetGCMemoryInfo(GCKind.Ephemeral).Index, GC.GetGCMemoryInfo(GCKind.FullBlocking).Index);
}
