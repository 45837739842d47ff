using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Kernels.Tests;

public unsafe class MemoryLimitTests
{
    private const long Mebi = 1 << 20;

    private static BufferPool NewPool(long limit, long floor) => new(limit * Mebi, limit * Mebi, floor * Mebi);

    [Fact]
    public void Beyond_the_limit_an_error_names_the_figures_and_all_else_stays()
    {
        BufferPool pool = NewPool(limit: 10, floor: 64);
        PooledBuffer held = pool.Take(8 * Mebi);
        held.Pointer[8 * Mebi - 1] = 42;
        var error = Assert.Throws<InsufficientMemoryException>(() => pool.Take(4 * Mebi));
        Assert.Contains("4,194,304 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("8,388,608 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("10,485,760 bytes", error.Message, StringComparison.Ordinal);
        Assert.Equal((8 * Mebi, 8 * Mebi), (pool.ActiveBytes, pool.PeakBytes));
        Assert.Equal(42, held.Pointer[8 * Mebi - 1]);
        PooledBuffer small = pool.Take(2 * Mebi);
        held.Release();
        small.Release();
        Assert.Equal(0, pool.ActiveBytes);
    }

    [Theory]
    [InlineData(1L << 40)]
    [InlineData(1L << 50)]
    [InlineData(long.MaxValue)]
    public void Absurd_sizes_are_refused_at_once(long size)
    {
        BufferPool pool = NewPool(limit: 10, floor: 64);
        Assert.Throws<InsufficientMemoryException>(() => pool.Take(size));
        Assert.Equal((0, 0), (pool.ActiveBytes, pool.CachedBytes));
    }

    [Fact]
    public void What_the_system_refuses_is_refused_and_nothing_is_counted()
    {
        var pool = new BufferPool(long.MaxValue, Mebi, Mebi);
        Assert.Throws<InsufficientMemoryException>(() => pool.Take(SizeClass.Largest));
        Assert.Equal((0, 0), (pool.ActiveBytes, pool.CachedBytes));
    }

    [Fact]
    public void The_cache_makes_room_before_anything_is_refused()
    {
        BufferPool pool = NewPool(limit: 16, floor: 64);
        PooledBuffer[] buffers = [pool.Take(4 * Mebi), pool.Take(4 * Mebi), pool.Take(4 * Mebi)];
        Array.ForEach(buffers, buffer => buffer.Release());
        PooledBuffer large = pool.Take(12 * Mebi);
        Assert.InRange(pool.ActiveBytes + pool.CachedBytes, 12 * Mebi, 16 * Mebi);
        large.Release();
    }

    [Fact]
    public void Setting_the_limit_returns_the_previous_one_and_trims_the_cache()
    {
        BufferPool pool = NewPool(limit: 16, floor: 64);
        PooledBuffer held = pool.Take(2 * Mebi);
        pool.Take(8 * Mebi).Release();
        Assert.Equal(16 * Mebi, pool.SetMemoryLimit(4 * Mebi));
        Assert.InRange(pool.CachedBytes, 0, 2 * Mebi);
        Assert.Throws<InsufficientMemoryException>(() => pool.Take(3 * Mebi));
        Assert.Equal(4 * Mebi, pool.SetMemoryLimit(16 * Mebi));
        pool.Take(3 * Mebi).Release();
        held.Release();
    }

    [Theory]
    [InlineData(12, 64)] // the limit is met before a collection is due
    [InlineData(64, 6)] // collections are due first
    public void Dropped_buffers_come_back_before_memory_grows(long limit, long floor)
    {
        BufferPool pool = NewPool(limit, floor);
        PooledBuffer last = DropMany(pool, 200, 2 * Mebi);
        Assert.InRange(pool.PeakBytes, 4 * Mebi, limit * Mebi);
        Assert.InRange(pool.FreshBlocks, 2, limit / 2);
        last.Release();
    }

    [Fact]
    public void The_budget_grows_with_what_is_really_alive()
    {
        BufferPool pool = NewPool(limit: 1024, floor: 4);
        var held = new List<PooledBuffer>();
        int before = GC.CollectionCount(2);
        for (int i = 0; i < 900; i++)
            held.Add(pool.Take(Mebi));
        Assert.Equal(900 * Mebi, pool.ActiveBytes);
        Assert.All(held, buffer => Assert.True(buffer.Pointer != null));
        held.ForEach(buffer => buffer.Release());
        // One full collection of our own, beyond 256 MiB; other tests that run meanwhile may add theirs.
        Assert.InRange(GC.CollectionCount(2) - before, 1, 100);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PooledBuffer DropMany(BufferPool pool, int count, long size)
    {
        PooledBuffer last = pool.Take(size);
        for (int i = 0; i < count; i++)
            last = Replace(pool, last, size);
        return last;
    }

    // A method of its own, so that no slot of an unoptimised frame keeps the old buffer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PooledBuffer Replace(BufferPool pool, PooledBuffer old, long size)
    {
        PooledBuffer next = pool.Take(size);
        *next.Pointer = (byte)(*old.Pointer + 1);
        GC.KeepAlive(old);
        return next;
    }
}
