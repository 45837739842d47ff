using System.Runtime.ExceptionServices;

namespace Tangent.Kernels;

/// <summary>The range [0, count) in parts, which threads take one after another until none is left.</summary>
internal sealed class PartedWork(long count, int parts, Action<long, long> body)
{
    // Parts of contiguous elements begin on a cache line, whatever the element.
    private const long Step = 64;

    private readonly long step = count / parts >= 4 * Step ? Step : 1;
    private int taken;
    private int helpers;
    private ExceptionDispatchInfo? failure;

    /// <summary>Does parts until none is left; called by every thread that takes part.</summary>
    public void TakeParts()
    {
        try
        {
            for (int part = Take(); part < parts; part = Take())
                body(Start(part), Start(part + 1));
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(error), null);
            Volatile.Write(ref taken, parts);
        }
    }

    /// <summary>Notes that a thread may take part.</summary>
    public void Join() => Interlocked.Increment(ref helpers);

    /// <summary>Notes that a thread that had joined takes no further part.</summary>
    public void Leave() => Interlocked.Decrement(ref helpers);

    /// <summary>Returns, or throws what a part threw, when all who joined have left.</summary>
    public void WaitForHelpers()
    {
        var wait = new SpinWait();
        while (Volatile.Read(ref helpers) > 0)
            wait.SpinOnce(sleep1Threshold: -1); // what is left takes less than a sleep
        failure?.Throw();
    }

    private int Take() => Interlocked.Increment(ref taken) - 1;

    private long Start(int part) => part == parts ? count : (long)((Int128)count * part / parts) / step * step;
}
