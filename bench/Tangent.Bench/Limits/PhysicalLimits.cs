namespace Tangent.Bench;

/// <summary>The most that the machine did in this run: operations and bytes a second.</summary>
/// <param name="Threads">How many threads did it.</param>
/// <param name="FloatingPoint">Float32 operations a second, from registers, a multiply-add counted as two; float64 half of it.</param>
/// <param name="Read">Bytes a second read from memory.</param>
/// <param name="Copy">Bytes a second read and written, both counted, from and to memory.</param>
/// <param name="ReadCached">Bytes a second read from the caches.</param>
/// <param name="CopyCached">Bytes a second read and written, both counted, in the caches.</param>
internal sealed record PhysicalLimits(int Threads, double FloatingPoint, double Read, double Copy, double ReadCached, double CopyCached)
{
    /// <summary>More than any cache holds.</summary>
    public const long MemoryBytes = 256L << 20;

    /// <summary>As much as an operation on 10⁶ numbers touches.</summary>
    public const long CachedBytes = 12L << 20;

    // Work on more than this is held to lie in memory: the last-level caches of common machines are about as large.
    private const double CacheCapacity = 32 << 20;

    private const int Rounds = 3;

    /// <summary>Measures them.</summary>
    public static PhysicalLimits Measure(WorkerProcess machine, int threads)
    {
        machine.UseThreads(threads);
        return new PhysicalLimits(
            threads,
            threads * MultiplyAdds.Operations / Best("multiply-adds"),
            MemoryBytes / Best("read"),
            MemoryBytes / Best("copy"),
            CachedBytes / Best("read-cached"),
            CachedBytes / Best("copy-cached"));

        double Best(string name)
        {
            machine.Prepare(name);
            double best = Enumerable.Range(0, Rounds).Min(_ => machine.Sample(name));
            machine.Release();
            return best / 1e9;
        }
    }

    /// <summary>Nanoseconds below which this work cannot be done; null where nothing is known of it.</summary>
    public double? Time(Work work)
    {
        double seconds = Math.Max(work.Operations / FloatingPoint, Traffic(work));
        return seconds > 0 ? seconds * 1e9 : null;
    }

    private double Traffic(Work work)
    {
        bool cached = work.Bytes <= CacheCapacity && !work.IsFromMemory;
        double rate = work.Written * 8 < work.Bytes ? (cached ? ReadCached : Read) : (cached ? CopyCached : Copy);
        return work.Bytes / rate;
    }
}
