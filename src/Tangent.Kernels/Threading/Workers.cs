namespace Tangent.Kernels;

/// <summary>Runs the parts of one kernel on all processors (decision 9).</summary>
internal static class Workers
{
    /// <summary>So many that a thread which starts late, or whose processor others share, takes fewer of them.</summary>
    public const int PartsPerThread = 4;

    private static readonly Lock Gate = new();
    private static Worker[] workers = [];

    /// <summary>The most threads that one kernel uses, the caller's included.</summary>
    public static int Count { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// Calls <paramref name="body"/>(start, end) so that the ranges cover [0, count) once, in any order and on any thread.
    /// Ranges hold about <paramref name="grain"/> items or more; a count of at most one grain runs on the caller's thread.
    /// What <paramref name="body"/> throws is thrown here, once no thread is in it any more.
    /// </summary>
    public static void For(long count, long grain, Action<long, long> body)
    {
        int parts = (int)Math.Min((long)Count * PartsPerThread, (count + grain - 1) / Math.Max(1, grain));
        if (parts <= 1 || Count == 1)
        {
            body(0, count);
            return;
        }
        var work = new PartedWork(count, parts, body);
        int helpers = Math.Min(Count, parts) - 1;
        Worker[] all = AtLeast(helpers);
        for (int i = 0; i < all.Length && helpers > 0; i++)
            if (all[i].TryOffer(work))
                helpers--;
        work.TakeParts();
        foreach (Worker worker in all)
            worker.Withdraw(work);
        work.WaitForHelpers();
    }

    // Threads start when they are first needed, and stay: they are background threads, which end with the process.
    private static Worker[] AtLeast(int count)
    {
        Worker[] all = Volatile.Read(ref workers);
        if (all.Length >= count)
            return all;
        lock (Gate)
        {
            if (workers.Length < count)
                Volatile.Write(ref workers, [.. workers, .. Enumerable.Range(workers.Length, count - workers.Length).Select(i => new Worker(i))]);
            return workers;
        }
    }
}
