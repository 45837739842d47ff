using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ErfTests
{
    private static readonly Sampling Sampling = new(-6, 6);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Erf>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Erf>(BigErrorFunction.Erf, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Erf>(
        (0, 0), (-0.0, -0.0), (double.PositiveInfinity, 1), (double.NegativeInfinity, -1), (double.NaN, double.NaN), (7, 1), (-7, -1));
}
