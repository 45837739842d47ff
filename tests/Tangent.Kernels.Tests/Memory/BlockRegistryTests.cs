using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Kernels.Tests;

public unsafe class BlockRegistryTests
{
    private readonly BufferPool pool = new(memoryLimit: 1L << 30, cacheLimit: 1L << 30, fewestBytes: 1L << 30);

    [Fact]
    public void A_collection_takes_dropped_blocks_back_and_leaves_the_held_ones()
    {
        PooledBuffer held = Fill(pool.Take(300_000), 5);
        Drop(300_000, 20);
        Assert.True(BufferPoolThreadingTests.Eventually(pool, () => pool.ActiveBytes == held.Size));
        for (int i = 0; i < 20; i++)
            Fill(pool.Take(300_000), 6);
        Assert.False(new Span<byte>(held.Pointer, 300_000).ContainsAnyExcept((byte)5));
        Assert.Equal(21, pool.FreshBlocks);
        GC.KeepAlive(held);
    }

    [Fact]
    public void Owners_are_watched_at_every_age()
    {
        HoldAndRelease(50);
        Assert.True(BufferPoolThreadingTests.Eventually(pool, () => pool.ActiveBytes == 0));
    }

    [Fact]
    public void Bytes_are_old_after_two_collections_and_lasting_after_a_full_one_more()
    {
        var registry = new BlockRegistry();
        PooledBuffer owner = registry.Add(pool, 0, 1024);
        registry.Sweep(0);
        registry.Sweep(0);
        Assert.Equal((0, 0), (registry.OldBytes, registry.LastingBytes));
        registry.Sweep(1);
        Assert.Equal((1024, 0), (registry.OldBytes, registry.LastingBytes));
        registry.Sweep(1);
        Assert.Equal((1024, 0), (registry.OldBytes, registry.LastingBytes));
        registry.Sweep(2);
        Assert.Equal((0, 1024), (registry.OldBytes, registry.LastingBytes));
        registry.Sweep(2);
        Assert.Equal((0, 1024), (registry.OldBytes, registry.LastingBytes));
        registry.Remove(0);
        Assert.Equal((0, 0), (registry.OldBytes, registry.LastingBytes));
        GC.KeepAlive(owner);
    }

    [Fact]
    public void What_a_finaliser_can_still_read_is_not_taken_back()
    {
        var seen = new List<bool>();
        DropReader(seen);
        for (int i = 0; i < 50 && seen.Count == 0; i++)
        {
            pool.CollectYoung();
            Fill(pool.Take(100_000), 8).Release();
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal([true], seen);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Drop(long size, int count)
    {
        for (int i = 0; i < count; i++)
            Fill(pool.Take(size), 7);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void HoldAndRelease(int count)
    {
        var held = new PooledBuffer[count];
        for (int i = 0; i < count; i++)
        {
            held[i] = Fill(pool.Take(2_000), i);
            pool.CollectYoung();
        }
        for (int i = 0; i < count; i += 2)
            held[i].Release();
        pool.CollectAll();
        for (int i = 1; i < count; i += 2)
            Assert.False(new Span<byte>(held[i].Pointer, 2_000).ContainsAnyExcept((byte)i));
        Assert.Equal(count / 2 * held[1].Size, pool.ActiveBytes);
        GC.KeepAlive(held);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DropReader(List<bool> seen) => GC.KeepAlive(new Reader(Fill(pool.Take(100_000), 9), seen));

    private static PooledBuffer Fill(PooledBuffer buffer, int value)
    {
        new Span<byte>(buffer.Pointer, (int)buffer.Size).Fill((byte)value);
        return buffer;
    }

    private sealed class Reader(PooledBuffer buffer, List<bool> seen)
    {
        ~Reader() => seen.Add(!new Span<byte>(buffer.Pointer, 100_000).ContainsAnyExcept((byte)9));
    }
}
