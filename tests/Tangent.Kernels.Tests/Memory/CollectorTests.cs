using System.Runtime.CompilerServices;
using Xunit;

namespace Tangent.Kernels.Tests;

public class CollectorTests
{
    [Fact]
    public void A_young_collection_tells_dead_from_held()
    {
        var held = new object();
        var weak = new WeakReference<object>(held);
        WeakReference<object> dropped = Drop();
        Collector.Collect(1);
        Assert.True(IsAlive(weak));
        AssertDead(dropped);
        GC.KeepAlive(held);
    }

    [Fact]
    public void What_was_alive_at_the_last_collection_is_found()
    {
        (WeakReference<object> weak, object[] slot) = Hold();
        Collector.Collect(1);
        slot[0] = slot;
        Collector.Collect(1);
        AssertDead(weak);
    }

    // Tests that run meanwhile may have collected too, and aged it.
    private static void AssertDead(WeakReference<object> weak)
    {
        if (IsAlive(weak))
            Collector.CollectAll();
        Assert.False(IsAlive(weak));
    }

    // In a method of its own, because unoptimised code keeps what it discards until it returns.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsAlive(WeakReference<object> weak) => weak.TryGetTarget(out _);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<object> Drop() => new(new object());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference<object> Weak, object[] Slot) Hold()
    {
        object[] slot = [new object()];
        return (new WeakReference<object>(slot[0]), slot);
    }
}
