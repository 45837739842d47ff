using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class Log10Tests
{
    private static readonly Sampling Sampling = new(0, 4, double.Epsilon);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Log10>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Log10>(x => BigExponential.Log(x) / BigExponential.Log(10), Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Log10>(
        (1, 0), (0, double.NegativeInfinity), (-0.0, double.NegativeInfinity), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, double.NaN),
        (double.NaN, double.NaN), (-1, double.NaN));
}
