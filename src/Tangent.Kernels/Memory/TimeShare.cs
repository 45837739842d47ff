using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>
/// Holds something to a share of the time: in any stretch of it at most one part in <paramref name="parts"/>, and what was
/// saved before, of which <paramref name="savings"/> is the most.
/// </summary>
internal sealed class TimeShare(long parts, TimeSpan savings)
{
    private readonly long most = (long)(savings.TotalSeconds * Stopwatch.Frequency) * parts;
    private long paidUntil = long.MinValue;

    /// <summary>True if at the timestamp <paramref name="now"/> what was spent so far has been earned.</summary>
    public bool IsLeft(long now) => Volatile.Read(ref paidUntil) <= now;

    /// <summary>Notes that the time between two timestamps was spent.</summary>
    public void Spend(long start, long end) =>
        Volatile.Write(ref paidUntil, Math.Max(paidUntil, start - most) + (end - start) * parts);
}
