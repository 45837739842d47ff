using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Tangent.Kernels;

namespace Tangent.Bench.Lifetime;

/// <summary>What the pool costs, and whether an eager loop stays flat.</summary>
internal static unsafe class PoolCosts
{
    private const int Count = 500_000;

    /// <summary>Prints nanoseconds per buffer, then the resident memory of a loop that drops 40 MB arrays.</summary>
    public static void Run()
    {
        Console.WriteLine("-- the pool, ns per buffer");
        foreach (long size in new long[] { 4, 256, 1024 })
            Row($"slab, {size} bytes", () => Tangent.Kernels.Buffer.Allocate(size));
        foreach (long size in new long[] { 4096, 1 << 20 })
            Row($"take and release, {size} bytes", () => BufferPool.Shared.Take(size).Release());
        Row("take and drop, 4096 bytes", () => BufferPool.Shared.Take(4096));
        BufferPool.Shared.ClearCache();
        Console.WriteLine("-- an eager loop on 40 MB arrays: seconds, steps, resident MB, active MB, cached MB, blocks from the system");
        PooledBuffer x = BufferPool.Shared.Take(40_000_000);
        Floats(x).Clear();
        int steps = 0;
        var clock = Stopwatch.StartNew();
        for (int second = 1; second <= 10; second++)
        {
            for (; clock.Elapsed.TotalSeconds < second; steps++)
                x = Step(x);
            Console.WriteLine($"  {second,3} {steps,5} {Environment.WorkingSet >> 20,6} {BufferPool.Shared.ActiveBytes >> 20,6} " +
                $"{BufferPool.Shared.CachedBytes >> 20,6} {BufferPool.Shared.FreshBlocks,6}");
        }
        GC.KeepAlive(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PooledBuffer Step(PooledBuffer x)
    {
        PooledBuffer y = BufferPool.Shared.Take(40_000_000);
        TensorPrimitives.Add(Floats(x), 1f, Floats(y));
        GC.KeepAlive(x);
        return y;
    }

    private static void Row(string name, Action body) => Console.WriteLine($"  {name,-34} {Measure.PerItem(Count, count =>
    {
        for (int i = 0; i < count; i++)
            body();
    }),8:F1}");

    private static Span<float> Floats(PooledBuffer buffer) => new(buffer.Pointer, 10_000_000);
}
