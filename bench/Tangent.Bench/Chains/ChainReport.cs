using System.Diagnostics;
using System.Globalization;

namespace Tangent.Bench;

/// <summary>Microseconds an operation in chains of growing length: the lines stay level where the work is linear in the length.</summary>
internal static class ChainReport
{
    // Graphs that leave the caches cost some times more; a step that is quadratic costs ten times more at each length.
    private const double Level = 4;

    private static readonly int[] Lengths = [1_000, 10_000, 100_000];

    /// <summary>Prints the table and returns the exit code: 1 if some work grows faster than its chain.</summary>
    public static int Run()
    {
        Console.WriteLine("µs an operation, sin after sin, from call to value; in brackets what the collector adds");
        Console.WriteLine($"{"",-30}{string.Concat(Lengths.Select(length => $"{length.ToString("N0", CultureInfo.InvariantCulture),10}{"",10}"))}");
        bool level = true;
        foreach (ChainWork work in ChainWork.All)
            level &= IsLevel(work);
        return level ? 0 : 1;
    }

    private static bool IsLevel(ChainWork work)
    {
        (double Work, double Collecting)[] times = [.. Lengths.Select(length => Best(work, length))];
        bool level = times[^1].Work <= Level * times[^2].Work;
        Console.WriteLine($"{work.Name,-30}{string.Concat(times.Select(Text))}{(level ? "" : "  GROWS")}");
        return level;
    }

    private static string Text((double Work, double Collecting) time) =>
        FormattableString.Invariant($"{time.Work,10:0.00}{$"({time.Collecting:0.0})",10}");

    // The first run at each length brings code and memory up to speed.
    private static (double Work, double Collecting) Best(ChainWork work, int length)
    {
        (double Work, double Collecting) best = (double.PositiveInfinity, 0);
        for (int run = 0; run < 3; run++)
        {
            GC.Collect();
            TimeSpan pauses = GC.GetTotalPauseDuration();
            long start = Stopwatch.GetTimestamp();
            work.Run(length);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            TimeSpan paused = GC.GetTotalPauseDuration() - pauses;
            (double Work, double Collecting) now = ((time - paused).TotalMicroseconds / length, paused.TotalMicroseconds / length);
            best = now.Work < best.Work ? now : best;
        }
        return best;
    }
}
