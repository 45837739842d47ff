using System.Diagnostics;

namespace Tangent.Bench.Harness;

/// <summary>Times a workload that was warmed up, so often a sample that the clock and its noise do not matter.</summary>
internal sealed class Sampler
{
    // Methods reach the JIT's last tier after 30 calls, or loops, and 100 ms without new ones. More calls fill the pools
    // of memory: Tangent lets go of 256 MB before it looks for memory to use again, 64 results of 10⁶ numbers.
    private const int WarmCalls = 100;
    private static readonly TimeSpan WarmTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WarmLimit = TimeSpan.FromMilliseconds(1200);
    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(20);

    private readonly Workload workload;
    private int calls = 1;

    /// <summary>Warms <paramref name="workload"/> up.</summary>
    public Sampler(Workload workload)
    {
        this.workload = workload;
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
        long start = Stopwatch.GetTimestamp();
        for (int done = 0; ; done++)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed > WarmLimit || (elapsed > WarmTime && done >= WarmCalls))
                return;
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
