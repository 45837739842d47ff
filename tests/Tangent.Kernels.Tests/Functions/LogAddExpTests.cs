using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class LogAddExpTests
{
    [Fact]
    public void Float32_is_within_two_ulp() => BinaryAccuracy.Float32<LogAddExp>(Sample, patterns: false);

    [Fact]
    public void Float64_is_within_two_ulp() => BinaryAccuracy.Float64<LogAddExp>(Exact, Sample, patterns: false);

    [Fact]
    public void Special_values() => BinaryAccuracy.Special<LogAddExp>(
        (x, y) => double.IsNaN(x) || double.IsNaN(y) ? double.NaN : double.Max(x, y),
        [1000, -1000, double.PositiveInfinity, double.NegativeInfinity, double.NaN],
        [2000, -2000, double.PositiveInfinity, double.NegativeInfinity, double.NaN]);

    /// <summary>Both above zero: where the result crosses it, no bound relative to it can hold.</summary>
    private static (double X, double Y) Sample(Random random)
    {
        double x = 50 * random.NextDouble();
        return (x, Math.Max(0, x + (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-5, 7))));
    }

    private static BigReal? Exact(double x, double y) =>
        Math.Max(x, y) + BigExponential.Log1p(BigExponential.Exp(-BigReal.Abs((BigReal)x - y)));
}
