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
    public void AThreadsEndOfEvaluationMakesNoOtherThreadCollect()
    {
        NDArray x = Mx.Ones(Count).Eval();
        NDArray held = x + 1.0;
        int collections = 0;
        Mx.Eval(Enumerable.Range(0, 4).Select(i => x * i + 1.0).ToArray());
        OnAnotherThread(() =>
        {
            int before = BufferPool.Shared.Collections;
            for (int i = 0; i < 1_000; i++)
                held += 1.0;
            collections = BufferPool.Shared.Collections - before;
        });
        Assert.Equal(0, collections);
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
            Mx.Eval(Enumerable.Range(0, 4).Select(i => x * i + 1.0).ToArray());
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

    private static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }
}
