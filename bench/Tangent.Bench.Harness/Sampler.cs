using System.Diagnostics;

namespace Tangent.Bench.Harness;

/// <summary>Times a call that was warmed up, so often a sample that the clock and its noise do not matter.</summary>
public sealed class Sampler
{
    // Methods reach the JIT's last tier after 30 calls, or loops, and 100 ms without new ones.
    private const int WarmCalls = 60;
    private static readonly TimeSpan WarmTime = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan WarmLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SampleTime = TimeSpan.FromMilliseconds(40);

    private readonly Action call;
    private readonly int calls;

    /// <summary>Warms <paramref name="call"/> up.</summary>
    public Sampler(Action call)
    {
        this.call = call;
        WarmUp();
        calls = 1;
        while (Time(calls) < SampleTime)
            calls *= 2;
    }

    /// <summary>Nanoseconds for one call: the mean over one sample.</summary>
    public double Sample() => Time(calls).TotalNanoseconds / calls;

    private void WarmUp()
    {
        long start = Stopwatch.GetTimestamp();
        for (int done = 0; ; done++)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (elapsed > WarmLimit || (elapsed > WarmTime && done >= WarmCalls))
                return;
            call();
        }
    }

    private TimeSpan Time(int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
            call();
        return Stopwatch.GetElapsedTime(start);
    }
}
