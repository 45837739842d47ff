using System.Runtime.InteropServices;

namespace Tangent.Bench.Lifetime;

/// <summary>What it costs a node to know its handle weakly.</summary>
internal static class HandleCosts
{
    private const int Count = 200_000;

    /// <summary>Prints nanoseconds per node.</summary>
    public static void Run()
    {
        Console.WriteLine("-- a node and its handle, ns");
        var keep = new object[1];
        Row("no weak handle", i => keep[0] = new Handle(weak: false));
        Row("WeakReference<T>, finaliser run", i => keep[0] = new Handle(weak: true));
        Row("GCHandle, freed at once", i =>
        {
            var handle = new Handle(weak: false);
            GCHandle.Alloc(handle, GCHandleType.Weak).Free();
            keep[0] = handle;
        });
        var reused = new WeakReference<Handle>(null!);
        Row("WeakReference<T>, reused", i =>
        {
            var handle = new Handle(weak: false);
            reused.SetTarget(handle);
            keep[0] = handle;
        });
        var held = new Handle();
        bool all = true;
        Row("asking one", i => all &= held.Node.MayBeHeld);
        GC.KeepAlive(all);
        Surviving(false);
        Surviving(true);
    }

    // Weak handles that live through a young collection make it scan them.
    private static void Surviving(bool weak)
    {
        var nodes = new Handle[10_000];
        double time = Measure.Median(21, () => Fill(nodes, weak), () => GC.Collect(0));
        Console.WriteLine($"  {"Collect(0), 10,000 live, " + (weak ? "weak" : "no weak"),-34} {time / 1000,8:F0} us");
        GC.KeepAlive(nodes);
    }

    private static void Fill(Handle[] nodes, bool weak)
    {
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = new Handle(weak: weak);
    }

    private static void Row(string name, Action<int> body)
    {
        double time = Measure.PerItem(Count, count =>
        {
            for (int i = 0; i < count; i++)
                body(i);
            GC.WaitForPendingFinalizers();
        });
        Console.WriteLine($"  {name,-34} {time,8:F1}");
    }
}
