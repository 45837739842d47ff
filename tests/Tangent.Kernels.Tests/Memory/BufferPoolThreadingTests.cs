using Xunit;

namespace Tangent.Kernels.Tests;

public unsafe class BufferPoolThreadingTests
{
    private const int Threads = 8;

    [Fact]
    public void Many_threads_never_share_a_block()
    {
        var pool = new BufferPool(1L << 30, 1L << 20, 32L << 20);
        int clashes = 0;
        RunThreads(thread =>
        {
            var random = new Random(thread);
            var held = new PooledBuffer?[16];
            for (int i = 0; i < 5_000; i++)
            {
                ref PooledBuffer? slot = ref held[random.Next(held.Length)];
                if (slot is not null && !IsStamped(slot, thread))
                    Interlocked.Increment(ref clashes);
                if (random.Next(4) > 0)
                    slot?.Release(); // else it is left to the pool's collections
                slot = Stamp(pool.Take(random.Next(1, 40_000)), thread);
                if (random.Next(1_000) == 0)
                    pool.ClearCache();
            }
            Array.ForEach(held, buffer => buffer?.Release());
        });
        Assert.Equal(0, clashes);
        Assert.True(Eventually(pool, () => pool.ActiveBytes == 0));
        Assert.InRange(pool.CachedBytes, 0, pool.CacheLimit);
    }

    [Fact]
    public void Threads_at_the_limit_fail_or_succeed_cleanly()
    {
        var pool = new BufferPool(memoryLimit: 4 << 20, cacheLimit: 4 << 20, fewestBytes: 1 << 30);
        int refused = 0;
        PooledBuffer held = pool.Take(3 << 20);
        RunThreads(_ =>
        {
            for (int i = 0; i < 5; i++)
            {
                try
                {
                    PooledBuffer buffer = pool.Take(600_000);
                    *buffer.Pointer = 1;
                    buffer.Release();
                    Assert.Throws<InsufficientMemoryException>(() => pool.Take(2 << 20));
                }
                catch (InsufficientMemoryException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        });
        Assert.InRange(refused, 0, Threads * 5);
        Assert.Equal(held.Size, pool.ActiveBytes);
        Assert.InRange(pool.PeakBytes, held.Size, pool.MemoryLimit);
        held.Release();
    }

    [Fact]
    public void Releasing_from_many_threads_gives_back_once()
    {
        var pool = new BufferPool(1L << 30, 1L << 30, 1L << 30);
        for (int i = 0; i < 200; i++)
        {
            PooledBuffer buffer = pool.Take(300_000);
            Parallel.For(0, 4, _ => buffer.Release());
        }
        Assert.Equal((0, 1), (pool.ActiveBytes, pool.FreshBlocks));
    }

    [Fact]
    public void Dropped_buffers_go_back()
    {
        var pool = new BufferPool(1L << 30, 1L << 30, 1L << 30);
        RunThreads(_ => pool.Take(300_000));
        Assert.True(Eventually(pool, () => pool.ActiveBytes == 0));
        Assert.True(pool.CachedBytes > 0);
        pool.Take(300_000).Release();
        Assert.InRange(pool.FreshBlocks, 1, Threads);
    }

    private static PooledBuffer Stamp(PooledBuffer buffer, int thread)
    {
        new Span<byte>(buffer.Pointer, (int)buffer.Size).Fill((byte)thread);
        return buffer;
    }

    private static bool IsStamped(PooledBuffer buffer, int thread)
    {
        bool stamped = !new Span<byte>(buffer.Pointer, (int)buffer.Size).ContainsAnyExcept((byte)thread);
        GC.KeepAlive(buffer);
        return stamped;
    }

    private static void RunThreads(Action<int> body)
    {
        var errors = new List<Exception>();
        Thread[] threads = [.. Enumerable.Range(1, Threads).Select(id => new Thread(() =>
        {
            try { body(id); }
            catch (Exception e) { lock (errors) errors.Add(e); }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Empty(errors);
    }

    internal static bool Eventually(BufferPool pool, Func<bool> condition)
    {
        for (int attempt = 0; attempt < 50 && !condition(); attempt++)
        {
            pool.CollectAll();
            Thread.Sleep(attempt);
        }
        return condition();
    }
}
