using System.Runtime.ExceptionServices;

namespace Tangent.Tests.Laws;

/// <summary>Four threads that do the same rounds, each begun by all at once.</summary>
internal static class Threads
{
    /// <summary>How many there are.</summary>
    public const int Count = 4;

    /// <summary>Runs all rounds; work gets the number of the thread and of the round. The first error arrives here, when all have ended.</summary>
    public static void Run(int rounds, Action<int, int> work)
    {
        ExceptionDispatchInfo? error = null;
        using var start = new Barrier(Count);
        Thread[] threads = [.. Enumerable.Range(0, Count).Select(index => new Thread(() =>
        {
            for (int round = 0; round < rounds; round++)
            {
                start.SignalAndWait();
                try
                {
                    work(index, round);
                }
                catch (Exception e)
                {
                    Interlocked.CompareExchange(ref error, ExceptionDispatchInfo.Capture(e), null);
                }
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        error?.Throw();
    }

    /// <summary>
    /// Evaluates graphs that all threads share: as many as there are rounds, made here and not yet evaluated. Each result
    /// must have the bits that one thread alone computes.
    /// </summary>
    /// <param name="rounds">How many graphs.</param>
    /// <param name="make">Makes the roots of one graph.</param>
    /// <param name="evaluate">What a thread, by its number, does with the roots of each.</param>
    /// <param name="what">What is computed, for messages.</param>
    public static void Share(int rounds, Func<NDArray[]> make, Action<int, NDArray[]> evaluate, string what)
    {
        byte[][] expected = Bits.Of(make());
        NDArray[][] graphs = [.. Enumerable.Range(0, rounds).Select(_ => make())];
        Run(rounds, (index, round) => evaluate(index, graphs[round]));
        foreach (NDArray[] graph in graphs)
            Bits.Equal(expected, graph, what);
    }

    /// <summary>Evaluates roots in a manner of the thread's own: together, from the last on, in the background, or one of them.</summary>
    public static void Evaluate(int index, NDArray[] roots)
    {
        switch (index)
        {
            case 0:
                Mx.Eval(roots);
                break;
            case 1:
                foreach (NDArray root in roots.Reverse())
                    root.Eval();
                break;
            case 2:
                Mx.EvalAsync(roots).GetAwaiter().GetResult();
                break;
            default:
                Mx.Eval(roots[^1]);
                Mx.Eval(roots);
                break;
        }
    }
}
