using Tangent.Kernels;

namespace Tangent.Bench;

/// <summary>Temporaries of plain expressions in a loop and in an async method.</summary>
internal static class TemporaryMemory
{
    private const int Count = 10_000_000, Turns = 40;
    private const double ArrayBytes = 4.0 * Count;

    // Code that the JIT has not optimised yet holds temporaries longer, as code of Debug builds does.
    private static readonly TimeSpan Tiering = TimeSpan.FromMilliseconds(500);

    public static bool IsReused()
    {
        NDArray x = TangentLibrary.Uniform(1, Count);
        double inLoop = Peak("in a loop", () => Expression(x));
        double inAsync = Peak("in an async method", () => ExpressionAsync(x).GetAwaiter().GetResult());
        // The result and a margin of two arrays; six temporaries would be seven.
        return inLoop <= 3 && inAsync <= 3;
    }

    private static double Peak(string place, Action expression)
    {
        double first = Once(expression);
        for (int turn = 0; turn < Turns; turn++)
            expression();
        Thread.Sleep(Tiering);
        for (int turn = 0; turn < Turns; turn++)
            expression();
        long fresh = BufferPool.Shared.FreshBlocks;
        for (int turn = 0; turn < Turns; turn++)
            expression();
        fresh = BufferPool.Shared.FreshBlocks - fresh;
        double later = Once(expression);
        Console.WriteLine(FormattableString.Invariant(
            $"  {place}: the first evaluation holds {first:0.0} arrays of 40 MB at the most, a later one {later:0.0}; {fresh} new blocks in the last {Turns} of {3 * Turns}"));
        return fresh == 0 ? later : double.PositiveInfinity;
    }

    private static double Once(Action expression)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Mx.ResetPeakMemory();
        long before = Mx.GetActiveMemory();
        expression();
        return (Mx.GetPeakMemory() - before) / ArrayBytes;
    }

    private static void Expression(NDArray x) => (Mx.Sqrt(x * x + 1) * Mx.Tanh(x) + Mx.Exp(-x * x)).Eval();

    private static async Task ExpressionAsync(NDArray x)
    {
        NDArray y = Mx.Sqrt(x * x + 1) * Mx.Tanh(x);
        await Task.Yield();
        (y + Mx.Exp(-x * x)).Eval();
    }
}
