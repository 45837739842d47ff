using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>Memory that one piece of work took goes back to the system when later work needs less.</summary>
[Collection("peak memory")]
public class SpikeMemoryTests
{
    // Blocks go back that were free throughout some hundred evaluations, and so long that taking them again would not matter.
    private const int Arrays = 32, Turns = 40_000;

    // A quarter of the spike of 512 MB; the work after it needs 4.
    private const double Bound = 128;

    private static readonly NDArray Rows = Layers.Normal(1, (1024, 1024));

    [Fact]
    public void WhatASpikeTookIsGivenBack() => Peak.OnItsThread(() =>
    {
        Mx.ClearCache();
        long before = Held;
        Spike();
        // Full collections of our own may have to wait, after what other tests have spent.
        GC.Collect();
        for (int turn = 0; turn < Turns && Held - before > Bound * Peak.Megabyte; turn++)
            Work();
        Peak.AtMost(Bound, (Held - before) / (double)Peak.Megabyte, "in use and kept after a spike of 512 MB");
    });

    private static long Held => Mx.GetActiveMemory() + Mx.GetCacheMemory();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Spike()
    {
        NDArray row = Rows[0].Eval();
        Mx.Eval([.. Enumerable.Range(0, Arrays).Select(i => Mx.Tanh(Mx.Concatenate([Rows, Rows, Rows, Rows]) + row * i))]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Work() => (Mx.Sqrt(Mx.Abs(Rows)) + 1).Eval();
}
