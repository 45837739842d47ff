using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Kernels.Tests;

public class SlabBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(8192)]
    public unsafe void Cuts_are_aligned_and_large_enough(int size)
    {
        SlabBuffer buffer = SlabBuffer.Take(size);
        Assert.Equal(0, (long)buffer.Pointer % 64);
        Assert.InRange(buffer.Size, Math.Max(1, size), Math.Max(64, size + 63));
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(8192, true)]
    [InlineData(8193, false)]
    public void Only_small_buffers_are_cut_from_slabs(long size, bool small)
    {
        Buffer buffer = Buffer.Allocate(size);
        Assert.Equal(small, buffer is SlabBuffer);
        buffer.Release();
    }

    [Fact]
    public void Cuts_never_overlap()
    {
        var random = new Random(1);
        SlabBuffer[] buffers = [.. Enumerable.Range(0, 1_000).Select(i => Fill(SlabBuffer.Take(random.Next(1025)), i))];
        for (int i = 0; i < buffers.Length; i++)
            Assert.True(IsFilled(buffers[i], i));
        Assert.InRange(buffers.Select(buffer => buffer.Block).Distinct().Count(), 2, 200);
    }

    [Fact]
    public void Releasing_a_cut_leaves_its_neighbours_alone()
    {
        SlabBuffer first = Fill(SlabBuffer.Take(64), 1), second = Fill(SlabBuffer.Take(64), 2);
        first.Release();
        first.Release();
        for (int i = 0; i < 1_000; i++)
            Fill(SlabBuffer.Take(64), 3);
        Assert.True(IsFilled(second, 2));
    }

    [Fact]
    public async Task Async_flows_that_change_threads_keep_their_own_bytes()
    {
        int[] clashes = await Task.WhenAll(Enumerable.Range(1, 8).Select(async flow =>
        {
            var buffers = new List<SlabBuffer>();
            for (int i = 0; i < 300; i++)
            {
                buffers.Add(Fill(SlabBuffer.Take(i), flow));
                await Task.Yield();
            }
            return buffers.Count(buffer => !IsFilled(buffer, flow));
        }));
        Assert.All(clashes, clash => Assert.Equal(0, clash));
    }

    [Fact]
    public unsafe void A_slab_lives_as_long_as_a_cut_and_no_longer_than_its_thread()
    {
        (SlabBuffer kept, WeakReference first, WeakReference second) = CutOnAThread();
        Assert.True(BufferPoolThreadingTests.Eventually(BufferPool.Shared, () => !second.IsAlive));
        Assert.True(first.IsAlive);
        Assert.True(kept.Block.Pointer != null);
        Assert.True(IsFilled(kept, 9));
        GC.KeepAlive(kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (SlabBuffer Kept, WeakReference First, WeakReference Second) CutOnAThread()
    {
        SlabBuffer? kept = null;
        WeakReference? second = null;
        var thread = new Thread(() =>
        {
            kept = Fill(SlabBuffer.Take(1024), 9);
            SlabBuffer next = kept;
            while (ReferenceEquals(next.Block, kept.Block))
                next = SlabBuffer.Take(1024);
            second = new WeakReference(next.Block);
        });
        thread.Start();
        thread.Join();
        return (kept!, new WeakReference(kept!.Block), second!);
    }

    private static unsafe SlabBuffer Fill(SlabBuffer buffer, int value)
    {
        new Span<byte>(buffer.Pointer, (int)buffer.Size).Fill((byte)value);
        return buffer;
    }

    private static unsafe bool IsFilled(SlabBuffer buffer, int value)
    {
        bool filled = !new Span<byte>(buffer.Pointer, (int)buffer.Size).ContainsAnyExcept((byte)value);
        GC.KeepAlive(buffer);
        return filled;
    }

    [Fact]
    public void A_slab_in_use_without_a_cut_that_lives_is_found_by_a_collection()
    {
        // What other tests gave back on this thread is forgotten, else the cut would be one of those.
        BufferPool.Shared.CollectAll();
        WeakReference block = CutAndDrop();
        BufferPool.Shared.CollectAll();
        Assert.False(block.IsAlive);
    }

    [Fact]
    public void A_slab_is_not_kept_by_a_thread_that_waits()
    {
        WeakReference? block = null;
        using var cut = new ManualResetEventSlim();
        using var end = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            block = CutAndDrop();
            cut.Set();
            end.Wait();
        });
        thread.Start();
        cut.Wait();
        BufferPool.Shared.CollectAll();
        Assert.False(block!.IsAlive);
        end.Set();
        thread.Join();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference CutAndDrop() => new(SlabBuffer.Take(64).Block);
}
