using System.Numerics.Tensors;
using Tangent.Kernels;

namespace Tangent.Bench.Lifetime;

/// <summary>What is lost where a temporary is kept although nobody holds it: eight products in a row, each kept or reused.</summary>
internal static unsafe class TemporaryCosts
{
    private const int Steps = 8;

    /// <summary>Prints microseconds per temporary by its size.</summary>
    public static void Run()
    {
        Console.WriteLine("-- one product of a chain of eight, us: all kept, two buffers in turn, in tiles (fused); and fresh memory");
        foreach (int kilobytes in new[] { 4, 16, 64, 256, 1024, 4096, 40_000 })
        {
            int count = kilobytes << 8;
            using var memory = new Blocks(Steps + 1, 4L * count);
            double all = Time(() => Chain(memory, count, Steps + 1));
            double two = Time(() => Chain(memory, count, 2));
            double fused = Time(() => Fused(memory, count));
            double fresh = Time(() => Fresh(count));
            Console.WriteLine($"  {kilobytes,6} KB {all,10:F2} {two,10:F2} {fused,10:F2} {fresh,10:F1}");
        }
    }

    private static double Time(Action body) => Measure.Median(15, () => { }, body) / 1000 / Steps;

    private static void Chain(Blocks memory, int count, int blocks)
    {
        for (int i = 0; i < Steps; i++)
            TensorPrimitives.Multiply(memory.Span(i % blocks, count), 1.0001f, memory.Span((i + 1) % blocks, count));
    }

    private static void Fused(Blocks memory, int count)
    {
        const int Tile = 2048;
        Span<float> tile = stackalloc float[Tile];
        for (int start = 0; start < count; start += Tile)
        {
            Span<float> part = tile[..Math.Min(Tile, count - start)];
            TensorPrimitives.Multiply(memory.Span(0, count).Slice(start, part.Length), 1.0001f, part);
            for (int i = 2; i < Steps; i++)
                TensorPrimitives.Multiply(part, 1.0001f, part);
            TensorPrimitives.Multiply(part, 1.0001f, memory.Span(1, count).Slice(start, part.Length));
        }
    }

    private static void Fresh(int count)
    {
        for (int i = 0; i < Steps; i++)
        {
            nint block = SystemMemory.Allocate(4L * count);
            new Span<float>((void*)block, count).Fill(1);
            SystemMemory.Free(block, 4L * count);
        }
    }

    private sealed class Blocks(int count, long size) : IDisposable
    {
        private readonly PooledBuffer[] buffers = [.. Enumerable.Range(0, count).Select(_ => BufferPool.Shared.Take(size))];

        public Span<float> Span(int index, int length) => new(buffers[index].Pointer, length);

        public void Dispose() => Array.ForEach(buffers, buffer => buffer.Release());
    }
}
