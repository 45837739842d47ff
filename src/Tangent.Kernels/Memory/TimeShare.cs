using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>
/// Holds something that is done again and again to a share of the time: in any stretch of it at most one part in
/// <paramref name="parts"/>, and what was saved before, of which <paramref name="savings"/> is the most.
/// </summary>
internal sealed class TimeShare(long parts, TimeSpan savings)
{
    // On a busy machine any collection may be interrupted for a hundred times as long as it takes: such ones tell nothing.
    private const long MostTimesUsual = 2;

    private readonly long most = (long)(savings.TotalSeconds * Stopwatch.Frequency) * parts;
    private readonly Lock gate = new();
    private long paidUntil = long.MinValue;
    private long usual;

    /// <summary>True if at the timestamp <paramref name="now"/> what was spent so far has been earned.</summary>
    public bool IsLeft(long now) => Volatile.Read(ref paidUntil) <= now;

    /// <summary>Notes that the time between two timestamps was spent; what goes beyond a few times the usual was spent by others.</summary>
    public void Spend(long start, long end)
    {
        lock (gate)
        {
            long cost = end - start;
            usual = usual == 0 ? cost : usual + (cost - usual) / 8;
            cost = Math.Min(cost, MostTimesUsual * usual);
            Volatile.Write(ref paidUntil, Math.Max(paidUntil, start - most) + cost * parts);
        }
    }
}
