using System.Diagnostics;
using System.Runtime.CompilerServices;
using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>When the process collects for dropped arrays; no other test runs meanwhile.</summary>
[Collection("memory limit")]
public class CollectionTests
{
    private const int Count = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void AThreadsEndOfEvaluationMakesNoOtherCollectInTheMiddleOfItsGraph()
    {
        NDArray x = Mx.Ones(Count).Eval();
        using var isBegun = new SemaphoreSlim(0);
        using var isEvaluated = new SemaphoreSlim(0);
        int collections = -1;
        var other = new Thread(() =>
        {
            NDArray y = x + 1.0;
            isBegun.Release();
            isEvaluated.Wait();
            int before = BufferPool.Shared.Collections;
            for (int i = 0; i < 1_000; i++)
                y += 1.0;
            collections = BufferPool.Shared.Collections - before;
        });
        other.Start();
        isBegun.Wait();
        EvaluateMuch(x);
        isEvaluated.Release();
        other.Join();
        Assert.Equal(0, collections);
    }

    [Fact]
    public async Task WorkThatChangesThreadsStaysLevel()
    {
        NDArray x = Mx.Ones(Count).Eval();
        for (long start = Stopwatch.GetTimestamp(); ;)
        {
            // A machine that is busy may let collections take so long that they must wait.
            Mx.ResetPeakMemory();
            long before = Mx.GetActiveMemory();
            for (int i = 0; i < 100; i++)
            {
                NDArray y = x * 0.5;
                await Task.Yield();
                y += 1.0;
                await Mx.EvalAsync(y);
                x = y;
            }
            if (Mx.GetPeakMemory() - before < 64 << 20)
                return;
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience);
        }
    }

    [Fact]
    public void AThreadCollectsWhenItBeginsItsNextGraphAndNotInANodesConstructor()
    {
        NDArray x = Mx.Ones(Count).Eval();
        long start = Stopwatch.GetTimestamp();
        int before;
        do
        {
            // What other tests spent must be earned first.
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience);
            EvaluateMuch(x);
            before = BufferPool.Shared.Collections;
            _ = new Node(Leaf.Instance, [], x.Shape, x.DType);
            Assert.Equal(before, BufferPool.Shared.Collections);
            _ = x + 1.0;
        }
        while (BufferPool.Shared.Collections == before);
    }

    [Fact]
    public void MemoryStaysBoundedWithoutForcedCollections()
    {
        NDArray x = Mx.Ones(Count).Eval();
        bool before = Mx.SetForcedCollections(false);
        TimeSpan spent = BufferPool.Shared.CollectionTime;
        long limit = Mx.SetMemoryLimit(Mx.GetActiveMemory() + (256 << 20));
        try
        {
            for (int i = 0; i < 2_000; i++)
                x = (x * 0.5 + 1.0).Eval();
            Assert.False(Mx.SetForcedCollections(false));
            Assert.Equal(2.0, x[0].Item<float>(), 1e-6);
        }
        finally
        {
            Mx.SetMemoryLimit(limit);
            Mx.SetForcedCollections(before);
        }
        // None but those at the limit, if the runtime's own came too late: one for each 256 MB.
        Assert.InRange((BufferPool.Shared.CollectionTime - spent).TotalSeconds, 0, 10);
    }

    [Fact]
    public void WhatASpikeTookGoesBackToTheSystem()
    {
        long before = Mx.GetActiveMemory() + Mx.GetCacheMemory();
        Spike();
        Assert.InRange(Mx.GetActiveMemory() + Mx.GetCacheMemory(), 400L << 20, long.MaxValue);
        NDArray x = Mx.Ones(10_000).Eval();
        // Full collections of our own may have to wait, after what other tests have spent.
        GC.Collect();
        for (long start = Stopwatch.GetTimestamp(); Mx.GetActiveMemory() + Mx.GetCacheMemory() > before + (64 << 20);)
        {
            x = (x * 0.5 + 1.0).Eval();
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"{Mx.GetActiveMemory():N0} in use, {Mx.GetCacheMemory():N0} kept");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Spike()
    {
        NDArray x = Mx.Ones(Count).Eval();
        NDArray[] many = [.. Enumerable.Range(0, 100).Select(i => (x + i).Eval())];
        Assert.Equal(100.0, many[99][0].Item<float>());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void EvaluateMuch(NDArray x) => Mx.Eval(Enumerable.Range(0, 4).Select(i => x * i + 1.0).ToArray());
}
