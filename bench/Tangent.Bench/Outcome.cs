namespace Tangent.Bench;

/// <summary>The times of one row, in nanoseconds of one operation; the peer's are empty where it was not there.</summary>
internal sealed record Outcome(Row Row, IReadOnlyList<double> TangentSamples, IReadOnlyList<double> PeerSamples)
{
    public double Tangent => Median(TangentSamples) ?? throw new InvalidOperationException($"{Row.Name}: nothing was measured.");

    public double? Peer => Median(PeerSamples);

    /// <summary>The peer's time over Tangent's: above 1, Tangent is faster.</summary>
    public double? Ratio => Peer / Tangent;

    private static double? Median(IReadOnlyList<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
