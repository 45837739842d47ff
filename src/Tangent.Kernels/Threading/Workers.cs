using System.Globalization;

namespace Tangent.Kernels;

/// <summary>Runs the parts of one kernel on all processors (decision 9).</summary>
internal static class Workers
{
    /// <summary>So many that a thread which starts late, or whose processor others share, takes fewer of them.</summary>
    public const int PartsPerThread = 4;

    /// <summary>The most threads that can be asked for.</summary>
    public const int MostThreads = 1024;

    /// <summary>The environment variable that says how many threads there are at the start.</summary>
    public const string Variable = "TANGENT_NUM_THREADS";

    private static readonly Lock Gate = new();
    private static Worker[] workers = [];
    private static int count;

    /// <summary>The most threads that one kernel uses, the caller's included: as many as there are processors, if nothing else was asked for.</summary>
    /// <exception cref="InvalidOperationException">The environment asks for a number that cannot be.</exception>
    public static int Count
    {
        get => Volatile.Read(ref count) is > 0 and int known ? known : CountAtStart();
        set => Volatile.Write(ref count, value);
    }

    /// <summary>Sets <see cref="Count"/> and returns what it was.</summary>
    public static int Exchange(int threads)
    {
        int before = Count;
        Count = threads;
        return before;
    }

    /// <summary>The number of threads that a setting of the environment asks for.</summary>
    public static int CountOf(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? Environment.ProcessorCount
        : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && asked is >= 1 and <= MostThreads ? asked
        : throw new InvalidOperationException(FormattableString.Invariant($"{Variable}: \"{setting}\" is not a number of threads from 1 to {MostThreads:N0}."));

    /// <summary>The grain at which so many threads, or all of them if there are fewer, share a count of items.</summary>
    public static long Grain(long count, long threads) => threads == 1 ? Math.Max(1, count) : Math.Max(1, count / (PartsPerThread * threads));

    /// <summary>
    /// Calls <paramref name="body"/>(start, end) so that the ranges cover [0, count) once, in any order and on any thread.
    /// Ranges hold about <paramref name="grain"/> items or more; a count of at most one grain runs on the caller's thread.
    /// What <paramref name="body"/> throws is thrown here, once no thread is in it any more.
    /// </summary>
    public static void For(long count, long grain, Action<long, long> body)
    {
        int threads = Count; // another thread may set it meanwhile
        int parts = (int)Math.Min((long)threads * PartsPerThread, (count + grain - 1) / Math.Max(1, grain));
        if (parts <= 1 || threads == 1)
        {
            body(0, count);
            return;
        }
        var work = new PartedWork(count, parts, body);
        int helpers = Math.Min(threads, parts) - 1;
        Worker[] all = AtLeast(helpers);
        for (int i = 0; i < all.Length && helpers > 0; i++)
            if (all[i].TryOffer(work))
                helpers--;
        work.TakeParts();
        foreach (Worker worker in all)
            worker.Withdraw(work);
        work.WaitForHelpers();
    }

    private static int CountAtStart()
    {
        int asked = CountOf(Environment.GetEnvironmentVariable(Variable));
        return Interlocked.CompareExchange(ref count, asked, 0) is > 0 and int set ? set : asked;
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
