using System.Diagnostics;

namespace Tangent.Bench.Harness;

/// <summary>Times a workload that was warmed up, so often a sample that the clock and its noise do not matter.</summary>
internal sealed class Sampler
{
    // Methods reach the JIT's last tier in two rounds, each after 30 calls, or loops: a pause lets it get there. Calls that take
    // longer than the limit spend their time in loops that are compiled at once; a network's loss does not: planning took 0.4 of
    // its 4.5 ms before the last tier, and takes 0.1.
    private const int WarmCalls = 30;
    private const double LongCallSeconds = 20e-3;
    private static readonly TimeSpan WarmTime = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WarmLimit = TimeSpan.FromMilliseconds(1000);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(20);

    private readonly Workload workload;
    private int calls = 1;

    /// <summary>Warms <paramref name="workload"/> up, unless its check took so long that this is done.</summary>
    public Sampler(Workload workload, TimeSpan check)
    {
        this.workload = workload;
        if (check < WarmLimit / 2)
            WarmUp();
    }

    /// <summary>Nanoseconds for one call: the mean over one sample.</summary>
    public double Sample()
    {
        if (workload.Time is { } time)
            return time();
        while (true)
        {
            TimeSpan elapsed = Run(calls);
            double mean = elapsed.TotalNanoseconds / calls;
            if (elapsed >= SampleTime / 2)
            {
                calls = Math.Max(1, (int)(SampleTime.TotalNanoseconds / mean));
                return mean;
            }
            calls *= 2;
        }
    }

    private void WarmUp()
    {
        for (int round = 0; round < 2 && !workload.IsNative; round++)
        {
            if (CallFor(WarmTime) > LongCallSeconds)
                return;
            Thread.Sleep(Pause);
        }
        CallFor(WarmTime / 4);
    }

    // Returns the seconds that a call took.
    private double CallFor(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        for (int done = 0; ; done++)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed > WarmLimit || (elapsed > time && done >= WarmCalls))
                return elapsed.TotalSeconds / done;
            workload.Call();
        }
    }

    private TimeSpan Run(int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
            workload.Call();
        return Stopwatch.GetElapsedTime(start);
    }
}
