using System.Runtime.CompilerServices;

namespace Tangent.Bench.Lifetime;

/// <summary>
/// What an evaluation knows about handles after it ran a collection: of the temporaries of an expression, how many are
/// seen dead; of the arrays that the program still holds, how many are (wrongly) seen dead, which must be none.
/// </summary>
internal static class DeadHandles
{
    private static int collected;

    /// <summary>Prints a row for each way to write an expression.</summary>
    public static async Task Run()
    {
        Console.WriteLine("-- handles seen dead, of those that are; held ones lost: after a collection of generation 0, 1, 2");
        await Report("one expression", () => Task.FromResult(Expression(new Handle())));
        await Report("named locals", () => Task.FromResult(Locals(new Handle())));
        await Report("a variable in a loop", () => Task.FromResult(Loop(new Handle())));
        await Report("an expression in a loop", () => Task.FromResult(LoopOfExpressions(new Handle())));
        await Report("a method that returns it", () => Task.FromResult(Returned(new Handle())));
        await Report("an async method", () => Async(new Handle()));
        await Report("after one promotion", () => Task.FromResult(Promoted(new Handle(), 1)));
        await Report("after two promotions", () => Task.FromResult(Promoted(new Handle(), 2)));
    }

    private static async Task Report(string name, Func<Task<Seen>> scenario)
    {
        var seen = new Seen[3];
        for (collected = 0; collected <= GC.MaxGeneration; collected++)
            seen[collected] = await scenario();
        Console.WriteLine($"  {name,-26} {string.Join("; ", seen)}");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Seen Expression(Handle x)
    {
        Handle held = x * x;
        Handle root = ((((x * x + x) * x + held) * x + x) * x + x) * x;
        Seen seen = Evaluate(root);
        GC.KeepAlive(held);
        GC.KeepAlive(x);
        GC.KeepAlive(root);
        return seen with { Held = Count(held, x, root) };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Seen Locals(Handle x)
    {
        Handle a = x * x, b = a + x, c = b * x, d = c + x, e = d * x, f = e + x, g = f * x, h = g + x;
        Handle root = h * x;
        Seen seen = Evaluate(root);
        GC.KeepAlive(x);
        GC.KeepAlive(root);
        return seen with { Held = Count(x, root) };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Seen Loop(Handle x)
    {
        Handle y = x * x;
        for (int i = 0; i < 8; i++)
            y = y * x;
        Seen seen = Evaluate(y);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        return seen with { Held = Count(x, y) };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Seen LoopOfExpressions(Handle x)
    {
        Handle y = x * x;
        for (int i = 0; i < 8; i++)
            y = (y * x + x) * y;
        Seen seen = Evaluate(y);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        return seen with { Held = Count(x, y) };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Seen Returned(Handle x)
    {
        Handle y = Polynomial(x);
        Seen seen = Evaluate(y);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        return seen with { Held = Count(x, y) };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Handle Polynomial(Handle x) => ((((x * x + x) * x + x) * x + x) * x + x) * x;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<Seen> Async(Handle x)
    {
        Handle y = (x * x + x) * x + x;
        await Task.Yield();
        Handle root = ((y + x) * x + x) * x;
        await Task.Yield();
        Seen seen = Evaluate(root);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
        GC.KeepAlive(root);
        return seen with { Held = Count(x, y, root) };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Seen Promoted(Handle x, int times)
    {
        Handle root = BuildOld(x, times);
        Seen seen = Evaluate(root);
        GC.KeepAlive(x);
        GC.KeepAlive(root);
        return seen with { Held = Count(x, root) };
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Handle BuildOld(Handle x, int times)
    {
        var list = new List<Handle> { x * x };
        for (int i = 0; i < 8; i++)
            list.Add(list[^1] * x);
        for (int i = 0; i < times; i++)
            GC.Collect();
        return list[^1];
    }

    // What the planner does: collect, then ask each node of the graph. The root and the leaf are no temporaries.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Seen Evaluate(Handle root)
    {
        GC.Collect(collected, GCCollectionMode.Forced, blocking: true);
        var nodes = new HashSet<Node>();
        var stack = new Stack<Node>([root.Node]);
        while (stack.TryPop(out Node? node))
        {
            if (!nodes.Add(node))
                continue;
            if (node.Inputs.X is { } x)
                stack.Push(x);
            if (node.Inputs.Y is { } y)
                stack.Push(y);
        }
        return new Seen(nodes.Count, nodes.Count(node => !node.MayBeHeld), default);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (int Count, int Lost) Count(params Handle[] held) =>
        (held.Length, held.Count(handle => !handle.Node.MayBeHeld));

    private readonly record struct Seen(int Nodes, int Dead, (int Count, int Lost) Held)
    {
        public override string ToString() => $"{Dead} of {Nodes - Held.Count}, lost {Held.Lost}";
    }
}
