namespace Tangent.Kernels;

/// <summary>Runs the parts of one kernel on all processors.</summary>
internal static class Workers
{
    /// <summary>The most threads that one kernel uses, the caller's included.</summary>
    public static int Count { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// Calls <paramref name="body"/>(start, end) so that the ranges cover [0, count) once. Ranges hold at least
    /// <paramref name="grain"/> items; a count of at most one grain runs on the caller's thread.
    /// </summary>
    public static void For(long count, long grain, Action<long, long> body)
    {
        int parts = (int)Math.Min(Count, (count + grain - 1) / Math.Max(1, grain));
        if (parts <= 1)
        {
            body(0, count);
            return;
        }
        Parallel.For(0, parts, part => body(count * part / parts, count * (part + 1) / parts));
    }
}
