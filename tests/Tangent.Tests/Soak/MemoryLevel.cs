using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Soak;

/// <summary>Holds long work to a level of memory, by what it takes and not by how long that lasts.</summary>
internal static class MemoryLevel
{
    // The pool lets more come into use between two collections where these are slow, as on a busy machine, each size for
    // itself, and full ones wait where other tests have spent their time: 0.31 GB was seen. Parameters alone are 0.4 GB in a
    // second half, so that keeping them is more than this.
    private const long Growth = 384L << 20;

    // Young collections take a twelfth of the time at most.
    private const int Parts = 12;

    // What can be saved up for them: work before has spent it, and a short run lives on it.
    private static readonly TimeSpan Savings = Parts * TimeSpan.FromMilliseconds(100);

    private const long TwoTurns = 24L << 20;

    // After full collections little can remain by chance: arrays that code not yet optimised still holds, and caches.
    private const long RemainingBlocks = 8L << 20;
    private const long RemainingObjects = 4L << 20;

    /// <summary>
    /// Runs so many turns: the second half needs no more blocks than the first, and when all is collected, blocks and
    /// managed objects are no more than after a quarter.
    /// </summary>
    /// <remarks>What lives after all turns must be no more than after a quarter of them.</remarks>
    public static void Holds(int turns, Action<int> turn)
    {
        Mx.ClearCache();
        Run(turn, 0, turns / 4);
        (long blocks, long objects) = Remaining();
        Run(turn, turns / 4, turns / 2);
        (long held, long active, long fresh) = (Held, BufferPool.Shared.ActiveBytes, BufferPool.Shared.FreshBlocks);
        Run(turn, turns / 2, turns);
        long grown = Held - held;
        if (grown > Growth)
        {
            // Other tests have used up the time for full collections; one now tells what is lost for good.
            BufferPool.Shared.CollectAll();
            grown = BufferPool.Shared.ActiveBytes - active;
        }
        Assert.True(grown <= Growth, $"The second half took {BufferPool.Shared.FreshBlocks - fresh} new blocks, {grown:N0} bytes more than the {held:N0} of the first.");
        (long blocksLater, long objectsLater) = Remaining();
        Assert.True(blocksLater - blocks <= RemainingBlocks, $"Buffers of {blocks:N0} bytes remained after a quarter, {blocksLater:N0} at the end.");
        Assert.True(objectsLater - objects <= RemainingObjects, $"Objects of {objects:N0} bytes remained after a quarter, {objectsLater:N0} at the end.");
    }

    /// <summary>Runs so many turns, of which those after the first <paramref name="warm"/> take no more from the system than two of them need.</summary>
    /// <remarks>
    /// In a process of its own they take nothing, which the bench shows. Here other tests have used up the share of time
    /// for full collections, so that a turn's results may be lost to a collection of the runtime's, once or twice. On a
    /// thread of its own, since what the planner takes for granted depends on what the thread did before.
    /// </remarks>
    public static void StandsStill(int warm, int turns, Action<int> turn)
    {
        Mx.ClearCache();
        Thread.Sleep(2 * Savings);
        long held = 0;
        (int collections, TimeSpan time, int byRuntime) = (BufferPool.Shared.Collections, BufferPool.Shared.CollectionTime, GC.CollectionCount(1));
        var thread = new Thread(() =>
        {
            Run(Earning, 0, warm);
            held = Held;
            Run(Earning, warm, turns);
        });
        thread.Start();
        thread.Join();
        // Less, where what was not needed went back.
        Assert.True(Held - held <= TwoTurns, $"Turns took {Held - held:N0} bytes; beside objects of {GC.GetTotalMemory(false):N0} bytes blocks were looked for {BufferPool.Shared.Collections - collections} times, in {(BufferPool.Shared.CollectionTime - time).TotalMilliseconds:0} ms; collections of generation 1: {GC.CollectionCount(1) - byRuntime}.");

        // A busy machine, and what other tests keep, make collections dearer: here not rarer.
        void Earning(int i)
        {
            TimeSpan before = BufferPool.Shared.CollectionTime;
            turn(i);
            Thread.Sleep(Parts * (BufferPool.Shared.CollectionTime - before));
        }
    }

    private static long Held => BufferPool.Shared.ActiveBytes + BufferPool.Shared.CachedBytes;

    private static void Run(Action<int> turn, int first, int end)
    {
        for (int i = first; i < end; i++)
            turn(i);
    }

    // What a finaliser makes unreachable is found by the next collection.
    private static (long Blocks, long Objects) Remaining()
    {
        for (int i = 0; i < 3; i++)
            BufferPool.Shared.CollectAll();
        return (BufferPool.Shared.ActiveBytes, GC.GetTotalMemory(forceFullCollection: true));
    }
}
