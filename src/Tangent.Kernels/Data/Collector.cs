namespace Tangent.Kernels;

/// <summary>Asks the garbage collector for the buffers that nobody can reach any more.</summary>
internal static class Collector
{
    /// <summary>Collects the generations up to <paramref name="generation"/> and waits until dead buffers have gone back.</summary>
    public static void Collect(int generation)
    {
        GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
        GC.WaitForPendingFinalizers();
    }
}
