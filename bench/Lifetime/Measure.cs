using System.Diagnostics;

namespace Tangent.Bench.Lifetime;

/// <summary>Times of short pieces of work.</summary>
internal static class Measure
{
    /// <summary>Nanoseconds for one of <paramref name="count"/> iterations, the best of seven rounds.</summary>
    public static double PerItem(int count, Action<int> body)
    {
        WarmUp(() => body(1_000));
        double best = double.MaxValue;
        for (int round = 0; round < 7; round++)
            best = Math.Min(best, Once(() => body(count)) / count);
        return best;
    }

    /// <summary>The median of <paramref name="rounds"/> runs in nanoseconds; <paramref name="before"/> is not timed.</summary>
    public static double Median(int rounds, Action before, Action body)
    {
        WarmUp(() => { before(); body(); });
        var times = new double[rounds];
        for (int round = 0; round < rounds; round++)
        {
            before();
            times[round] = Once(body);
        }
        Array.Sort(times);
        return times[rounds / 2];
    }

    // Long enough for the last tier of the JIT.
    private static void WarmUp(Action body)
    {
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 250)
            body();
    }

    private static double Once(Action body)
    {
        long start = Stopwatch.GetTimestamp();
        body();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
