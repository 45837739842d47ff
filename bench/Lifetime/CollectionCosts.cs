using Tangent.Kernels;

namespace Tangent.Bench.Lifetime;

/// <summary>What a collection costs with different things alive.</summary>
internal static class CollectionCosts
{
    /// <summary>Prints microseconds per collection.</summary>
    public static void Run()
    {
        Console.WriteLine("-- GC.Collect, us: generation 0; generation 1 compacting; the same, finalisers drained; generation 2");
        Row("empty heap", () => { });
        Row("1,000 dead young nodes", () => Make(1_000, keep: false));
        Row("10,000 live young nodes", () => Make(10_000, keep: true));
        Row("64 MB of dead young garbage", () => Garbage(64 << 20));
        Row("500 frames deep", () => { }, depth: 500);
        Threads(32);
        foreach (int count in new[] { 100_000, 1_000_000, 5_000_000 })
        {
            object old = Old(count);
            Row($"{count:N0} old objects", () => { });
            GC.KeepAlive(old);
        }
    }

    private static void Row(string name, Action before, int depth = 0)
    {
        GC.Collect();
        double[] times = new double[4];
        Deep(depth, () =>
        {
            times[0] = Measure.Median(41, before, () => GC.Collect(0));
            times[1] = Measure.Median(41, before, () => Collector.Collect(1));
            times[2] = Measure.Median(41, before, () => { Collector.Collect(1); GC.WaitForPendingFinalizers(); });
            times[3] = Measure.Median(5, before, () => GC.Collect(2));
        });
        Console.WriteLine($"  {name,-30} {string.Join(" ", times.Select(time => $"{time / 1000,8:F0}"))}");
    }

    private static void Deep(int depth, Action body)
    {
        if (depth == 0)
            body();
        else
            Deep(depth - 1, body);
        GC.KeepAlive(body);
    }

    private static object? kept;

    private static void Make(int count, bool keep)
    {
        var handles = new Handle[count];
        for (int i = 0; i < count; i++)
            handles[i] = new Handle();
        kept = keep ? handles : null;
    }

    private static void Garbage(long bytes)
    {
        for (; bytes > 0; bytes -= 1024)
            kept = new byte[1000];
        kept = null;
    }

    private static LinkedList<object> Old(int count)
    {
        var list = new LinkedList<object>();
        for (int i = 0; i < count; i++)
            list.AddLast(new object());
        GC.Collect();
        GC.Collect();
        return list;
    }

    private static void Threads(int count)
    {
        using var stop = new ManualResetEventSlim();
        Thread[] threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(() => stop.Wait()))];
        Array.ForEach(threads, thread => thread.Start());
        Row($"{count} waiting threads", () => { });
        stop.Set();
        Array.ForEach(threads, thread => thread.Join());
    }
}
