using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class SinhTests
{
    private static readonly Sampling Sampling = new(-715, 715);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Sinh>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Sinh>(BigExponential.Sinh, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Sinh>(
        (0, 0), (-0.0, -0.0), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, double.NegativeInfinity), (double.NaN, double.NaN), (1000, double.PositiveInfinity));
}
