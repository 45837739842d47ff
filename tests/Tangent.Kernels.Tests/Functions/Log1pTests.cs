using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class Log1pTests
{
    private static readonly Sampling Sampling = new(-1, 3, -0.9999999999999999);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Log1p>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Log1p>(BigExponential.Log1p, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Log1p>(
        (0, 0), (-0.0, -0.0), (-1, double.NegativeInfinity), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, double.NaN),
        (double.NaN, double.NaN), (-2, double.NaN));
}
