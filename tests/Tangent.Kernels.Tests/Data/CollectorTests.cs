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
        Collector.CollectYoung();
        Assert.True(weak.TryGetTarget(out _));
        Assert.False(dropped.TryGetTarget(out _));
        GC.KeepAlive(held);
    }

    [Fact]
    public void What_was_alive_at_the_last_collection_is_found()
    {
        (WeakReference<object> weak, object[] slot) = Hold();
        Collector.CollectYoung();
        slot[0] = slot;
        Collector.CollectYoung();
        // Tests that run meanwhile may have collected too, and aged it.
        if (weak.TryGetTarget(out _))
            Collector.ReturnAll();
        Assert.False(weak.TryGetTarget(out _));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<object> Drop() => new(new object());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference<object> Weak, object[] Slot) Hold()
    {
        object[] slot = [new object()];
        return (new WeakReference<object>(slot[0]), slot);
    }
}
