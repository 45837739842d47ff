using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent.Bench.Lifetime;

/// <summary>An eager loop on 4 MB in a process where other threads allocate objects of 100 bytes that live a while.</summary>
internal static unsafe class OtherThreads
{
    private const int Bytes = 4_000_000, Ring = 100_000;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    /// <summary>Prints, for so many other threads and old objects, what the loop does in a second and what its collections take.</summary>
    public static void Run()
    {
        Console.WriteLine("-- an eager loop on 4 MB beside threads that allocate: threads, old objects; steps a second, part of the time in collections, peak MB");
        Row(0, 0, isForced: true);
        Row(1, 0, isForced: true);
        Row(1, 0, isForced: false);
        Row(3, 5_000_000, isForced: true);
        Row(3, 5_000_000, isForced: false);
    }

    private static void Row(int threads, int old, bool isForced)
    {
        object[] kept = [.. Enumerable.Range(0, old).Select(_ => new object())];
        using var stop = new CancellationTokenSource();
        Thread[] others = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() => Allocate(stop.Token)))];
        BufferPool pool = BufferPool.Shared;
        bool before = pool.SetForcedCollections(isForced);
        pool.CollectAll();
        pool.ClearCache();
        pool.ResetPeak();
        Array.ForEach(others, thread => thread.Start());
        TimeSpan spent = pool.CollectionTime;
        long start = Stopwatch.GetTimestamp(), steps = 0;
        for (; Stopwatch.GetElapsedTime(start) < Duration; steps++)
            Step(pool);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"  {threads} {old,9:N0} {(isForced ? "forced" : "the runtime's own"),-17} ") +
            FormattableString.Invariant($"{steps / seconds,7:F0} {(pool.CollectionTime - spent).TotalSeconds / seconds,6:P1} {pool.PeakBytes >> 20,5}"));
        stop.Cancel();
        Array.ForEach(others, thread => thread.Join());
        pool.SetForcedCollections(before);
        GC.KeepAlive(kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Step(BufferPool pool)
    {
        PooledBuffer buffer = pool.Take(Bytes);
        new Span<byte>(buffer.Pointer, Bytes).Fill(1);
        GC.KeepAlive(buffer);
        if (pool.EndEvaluation())
            pool.CollectIfDue();
    }

    private static void Allocate(CancellationToken stop)
    {
        var ring = new byte[Ring][];
        for (int i = 0; !stop.IsCancellationRequested; i = (i + 1) % Ring)
            ring[i] = new byte[76];
    }
}
