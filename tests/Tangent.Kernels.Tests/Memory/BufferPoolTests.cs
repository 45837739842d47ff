using System.Globalization;
using Xunit;

namespace Tangent.Kernels.Tests;

public unsafe class BufferPoolTests
{
    private const long Mebi = 1 << 20;

    private readonly BufferPool pool = new(memoryLimit: 64 * Mebi, cacheLimit: 32 * Mebi, fewestBytes: 64 * Mebi);

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    [InlineData(65_536)]
    [InlineData(1_000_000)]
    [InlineData(2 * Mebi)]
    [InlineData(5_000_000)]
    public void Blocks_are_aligned_and_wholly_usable(long size)
    {
        PooledBuffer buffer = pool.Take(size);
        Assert.Equal(0, (long)buffer.Pointer % 64);
        Assert.True(buffer.Size >= size);
        new Span<byte>(buffer.Pointer, (int)buffer.Size).Fill(7);
        buffer.Release();
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(2 * Mebi)]
    public void Large_blocks_begin_at_different_places_of_a_page(long size)
    {
        List<PooledBuffer> buffers = [.. Enumerable.Range(0, 8).Select(_ => pool.Take(size))];
        Assert.Equal(8, buffers.Select(buffer => (long)buffer.Pointer % 4096).Distinct().Count());
        buffers.ForEach(buffer => buffer.Release());
        pool.ClearCache();
    }

    [Theory]
    [InlineData(4 * Mebi)]
    [InlineData(9 * Mebi)]
    public void Large_blocks_ask_for_huge_pages(long size)
    {
        if (!File.Exists("/proc/self/smaps") || !File.Exists("/sys/kernel/mm/transparent_hugepage/enabled"))
            Assert.Skip("the system has none");
        PooledBuffer buffer = pool.Take(size);
        Assert.True((long)buffer.Pointer % SystemMemory.HugePage < 4096);
        Assert.Contains("hg", FlagsAt((long)buffer.Pointer + 4096).Split(' '));
        buffer.Release();
        pool.ClearCache();
    }

    [Fact]
    public void A_released_block_is_taken_again()
    {
        PooledBuffer first = pool.Take(1_000_000);
        byte* address = first.Pointer;
        first.Release();
        PooledBuffer second = pool.Take(990_000);
        Assert.True(address == second.Pointer);
        Assert.Equal(1, pool.FreshBlocks);
        second.Release();
    }

    [Fact]
    public void A_somewhat_larger_block_is_taken_before_a_fresh_one()
    {
        pool.Take(1_300_000).Release();
        PooledBuffer buffer = pool.Take(1_100_000);
        Assert.Equal(1, pool.FreshBlocks);
        Assert.Equal(buffer.Size, pool.ActiveBytes);
        PooledBuffer half = pool.Take(600_000);
        Assert.Equal(2, pool.FreshBlocks);
        buffer.Release();
        half.Release();
        Assert.Equal(0, pool.ActiveBytes);
    }

    [Theory]
    [InlineData(10_000, 8)]
    [InlineData(100_000, 4)]
    [InlineData(260_000, 2)]
    [InlineData(270_000, 1)]
    public void Small_blocks_come_several_at_once(long size, int count)
    {
        List<PooledBuffer> buffers = [.. Enumerable.Range(0, count).Select(_ => pool.Take(size))];
        Assert.Equal(count, pool.FreshBlocks);
        Assert.Equal(0, pool.CachedBytes);
        buffers.Add(pool.Take(size));
        Assert.Equal(2 * count, pool.FreshBlocks);
        buffers.ForEach(buffer => buffer.Release());
        Assert.Equal(2 * count * buffers[0].Size, pool.CachedBytes);
        pool.ClearCache();
    }

    [Fact]
    public void Blocks_are_not_stocked_beyond_a_limit()
    {
        pool.SetCacheLimit(20_000);
        PooledBuffer buffer = pool.Take(10_000);
        Assert.Equal(2, pool.FreshBlocks);
        pool.SetCacheLimit(32 * Mebi);
        pool.SetMemoryLimit(pool.ActiveBytes + pool.CachedBytes + 10_240);
        PooledBuffer[] more = [pool.Take(10_000), pool.Take(10_000)];
        Assert.Equal(3, pool.FreshBlocks);
        Assert.Equal(pool.MemoryLimit, pool.ActiveBytes);
        Array.ForEach([buffer, .. more], owner => owner.Release());
    }

    [Fact]
    public void Releasing_twice_gives_back_once()
    {
        PooledBuffer buffer = pool.Take(Mebi);
        buffer.Release();
        buffer.Release();
        Assert.Equal(0, pool.ActiveBytes);
        Assert.Equal(Mebi, pool.CachedBytes);
        PooledBuffer first = pool.Take(Mebi), second = pool.Take(Mebi);
        Assert.True(first.Pointer != second.Pointer);
        Assert.True(buffer.Pointer == null);
        first.Release();
        second.Release();
    }

    [Fact]
    public void Statistics_follow_every_block()
    {
        PooledBuffer first = pool.Take(Mebi), second = pool.Take(3 * Mebi);
        Assert.Equal((4 * Mebi, 4 * Mebi, 0), (pool.ActiveBytes, pool.PeakBytes, pool.CachedBytes));
        second.Release();
        Assert.Equal((Mebi, 4 * Mebi, 3 * Mebi), (pool.ActiveBytes, pool.PeakBytes, pool.CachedBytes));
        pool.ResetPeak();
        Assert.Equal(Mebi, pool.PeakBytes);
        first.Release();
        Assert.Equal((0, Mebi, 4 * Mebi), (pool.ActiveBytes, pool.PeakBytes, pool.CachedBytes));
        pool.ClearCache();
        Assert.Equal(0, pool.CachedBytes);
    }

    [Fact]
    public void A_negative_size_or_limit_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Take(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Buffer.Allocate(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.SetMemoryLimit(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.SetCacheLimit(-1));
    }

    [Fact]
    public void Setting_the_cache_limit_trims_and_returns_the_previous_one()
    {
        PooledBuffer[] buffers = [pool.Take(Mebi), pool.Take(2 * Mebi), pool.Take(4 * Mebi)];
        Array.ForEach(buffers, buffer => buffer.Release());
        Assert.Equal(32 * Mebi, pool.SetCacheLimit(4 * Mebi));
        Assert.InRange(pool.CachedBytes, 0, 4 * Mebi);
        Assert.Equal(4 * Mebi, pool.SetCacheLimit(0));
        pool.Take(Mebi).Release();
        Assert.Equal((0, 0), (pool.CachedBytes, pool.ActiveBytes));
    }

    [Fact]
    public void Sizes_out_of_use_leave_a_full_cache_first()
    {
        pool.SetCacheLimit(8 * Mebi);
        PooledBuffer[] old = [pool.Take(4 * Mebi), pool.Take(4 * Mebi)];
        Array.ForEach(old, buffer => buffer.Release());
        for (int step = 0; step < 3; step++)
        {
            PooledBuffer[] now = [pool.Take(Mebi), pool.Take(Mebi), pool.Take(2 * Mebi)];
            Array.ForEach(now, buffer => buffer.Release());
        }
        Assert.Equal(5, pool.FreshBlocks);
        Assert.Equal(8 * Mebi, pool.CachedBytes);
        pool.ClearCache();
    }

    // What the system was told of the memory at an address.
    private static string FlagsAt(long address)
    {
        bool isThere = false;
        foreach (string line in File.ReadLines("/proc/self/smaps"))
        {
            string[] bounds = line.Split(' ')[0].Split('-');
            if (bounds.Length == 2 && long.TryParse(bounds[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out long from) && long.TryParse(bounds[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out long to))
                isThere = from <= address && address < to;
            else if (isThere && line.StartsWith("VmFlags:", StringComparison.Ordinal))
                return line;
        }
        return "";
    }
}
