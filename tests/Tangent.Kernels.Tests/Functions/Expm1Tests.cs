using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class Expm1Tests
{
    private static readonly Sampling Sampling = new(-60, 750);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Expm1>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Expm1>(BigExponential.Expm1, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Expm1>(
        (0, 0), (-0.0, -0.0), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, -1), (double.NaN, double.NaN), (1000, double.PositiveInfinity));
}
