using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>
/// Decides when free blocks that no evaluation needed for a while go back to the system: what a peak took follows it, and
/// taking it anew costs at most an eighth of the time that has passed, even if the next evaluation needs it all.
/// </summary>
internal sealed class SurplusPolicy(long now)
{
    /// <summary>The fewest evaluations after which a block counts as not needed.</summary>
    public const int Evaluations = 256;

    // The first touch of fresh memory in huge pages (decision 2).
    private const double FreshBytesPerSecond = 9e9;
    private const double Parts = 8;

    private int ended;
    private long start = now;

    /// <summary>An evaluation has ended; true if it is time to look for blocks that were free throughout the last ones.</summary>
    // Not exact where threads end at once, which does not matter and would cost each of them.
    public bool EndEvaluation() => ++ended % Evaluations == 0;

    /// <summary>True if so many bytes of such blocks are to go back at the timestamp <paramref name="now"/>, and others are to be looked for from then on.</summary>
    public bool IsDue(long now, long surplus)
    {
        if ((now - start) / (double)Stopwatch.Frequency < surplus / FreshBytesPerSecond * Parts)
            return false;
        start = now;
        return true;
    }
}
