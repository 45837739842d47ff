namespace Tangent.Bench;

/// <summary>Samples of one workload, in nanoseconds of one operation.</summary>
internal sealed record Figure(IReadOnlyList<double> Samples)
{
    public double Median { get; } = MedianOf([.. Samples.Order()]);

    private static double MedianOf(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
