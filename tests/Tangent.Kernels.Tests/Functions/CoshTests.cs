using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class CoshTests
{
    private static readonly Sampling Sampling = new(-715, 715);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Cosh>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Cosh>(BigExponential.Cosh, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Cosh>(
        (0, 1), (-0.0, 1), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, double.PositiveInfinity), (double.NaN, double.NaN), (-1000, double.PositiveInfinity));
}
