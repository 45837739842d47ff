using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>
/// The most bytes that arrays use at once while some are made and evaluated, above what was in use before. Each
/// measurement has a thread of its own, since what the planner expects of handles depends on what its thread did before.
/// </summary>
internal static class Peak
{
    /// <summary>Bytes of a megabyte.</summary>
    public const long Megabyte = 1 << 20;

    /// <summary>The peak in megabytes while <paramref name="results"/> are made and evaluated together, from an empty pool and on a thread of its own.</summary>
    /// <param name="results">Makes the arrays; its temporaries are unreachable when they are evaluated.</param>
    public static double Of(Func<NDArray[]> results)
    {
        double peak = 0;
        InitializeTypesOf(results);
        OnItsThread(() =>
        {
            CollectAll();
            peak = Above(results);
        });
        return peak;
    }

    /// <summary>The peak of each of so many turns above what was in use at its start, in megabytes; nothing is collected in between but by the library itself.</summary>
    public static double[] OfTurns(int count, Func<int, NDArray[]> results)
    {
        var peaks = new double[count];
        InitializeTypesOf(results);
        OnItsThread(() =>
        {
            CollectAll();
            for (int turn = 0; turn < count; turn++)
            {
                int current = turn;
                peaks[turn] = Above(() => results(current));
            }
        });
        return peaks;
    }

    /// <summary>Asserts that a peak is no higher than a bound, and writes both to the test's output.</summary>
    public static void AtMost(double bound, double peak, string what)
    {
        string text = FormattableString.Invariant($"{what}: a peak of {peak:0.00} MB, {bound:0.00} allowed");
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        Assert.True(peak <= bound, text);
    }

    /// <summary>Takes back all that is unreachable: what a finaliser makes unreachable is found by the next collection.</summary>
    public static void CollectAll()
    {
        for (int i = 0; i < 3; i++)
            BufferPool.Shared.CollectAll();
    }

    /// <summary>Runs work on a thread of its own; its error arrives here.</summary>
    public static void OnItsThread(Action work)
    {
        InitializeTypesOf(work);
        ExceptionDispatchInfo? error = null;
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception e)
            {
                error = ExceptionDispatchInfo.Capture(e);
            }
        });
        thread.Start();
        thread.Join();
        error?.Throw();
    }

    // Arrays that a test class holds are made when they are first read, which may be within a measurement.
    private static void InitializeTypesOf(Delegate measured)
    {
        for (Type? type = measured.Method.DeclaringType; type is not null; type = type.DeclaringType)
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Above(Func<NDArray[]> results)
    {
        Mx.ResetPeakMemory();
        long before = Mx.GetActiveMemory();
        Mx.Eval(results());
        return (Mx.GetPeakMemory() - before) / (double)Megabyte;
    }
}
