using System.Diagnostics;

namespace Tangent.Bench;

/// <summary>Long work, and the process's memory at intervals; flat is a second half that needs no more than the first.</summary>
internal static class Soak
{
    private const int Count = 10_000_000, Intervals = 10;

    // The heap of the runtime breathes by this much.
    private const long Tolerance = 48L << 20;

    /// <summary>So many steps of the network's training.</summary>
    public static bool Training(int steps)
    {
        var network = new Network();
        AdamState state = AdamState.Start(Network.Parameters(10));
        int done = 0;
        return IsFlat(interval =>
        {
            for (; done < steps * interval / Intervals; done++)
                (_, state) = network.Step(state);
            return $"step {done}";
        });
    }

    /// <summary>Elementwise work on arrays of 40 MB for so long.</summary>
    public static bool Eager(TimeSpan duration)
    {
        NDArray x = TangentLibrary.Uniform(1, Count), y = TangentLibrary.Uniform(2, Count);
        long start = Stopwatch.GetTimestamp();
        long turns = 0;
        return IsFlat(interval =>
        {
            for (; Stopwatch.GetElapsedTime(start) < duration * interval / Intervals; turns++)
            {
                NDArray sum = (x + y).Eval();
                (sum * Mx.Tanh(x) + Mx.Exp(-sum * sum)).Eval();
            }
            return $"{Stopwatch.GetElapsedTime(start).TotalSeconds:0} s, {turns} turns";
        });
    }

    private static bool IsFlat(Func<int, string> work)
    {
        var resident = new long[Intervals];
        for (int interval = 1; interval <= Intervals; interval++)
        {
            string progress = work(interval);
            resident[interval - 1] = Resident.Bytes;
            Console.WriteLine($"  {progress}: {Resident.Text(resident[interval - 1])} resident");
        }
        long early = resident[..(Intervals / 2)].Max(), late = resident[(Intervals / 2)..].Max();
        return late <= early + Tolerance;
    }
}
