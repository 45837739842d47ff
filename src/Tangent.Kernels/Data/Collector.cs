namespace Tangent.Kernels;

/// <summary>Asks the garbage collector for what nobody can reach any more.</summary>
internal static class Collector
{
    /// <summary>Collects generations 0 and 1 without waiting for finalisers: afterwards weak handles tell what is dead.</summary>
    /// <remarks>
    /// It compacts, which costs the same here: without, each collection leaves a heap region behind for the few objects
    /// that survive, 12 KB that only a full one would free.
    /// </remarks>
    public static void CollectYoung() => GC.Collect(1, GCCollectionMode.Forced, blocking: true, compacting: true);

    /// <summary>Collects generations 0 and 1 and waits until dead buffers have gone back to their pools.</summary>
    public static void ReturnYoung()
    {
        CollectYoung();
        GC.WaitForPendingFinalizers();
    }

    /// <summary>Collects all generations and waits until dead buffers have gone back to their pools.</summary>
    public static void ReturnAll()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
    }
}
