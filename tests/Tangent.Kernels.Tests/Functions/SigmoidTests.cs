using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class SigmoidTests
{
    private static readonly Sampling Sampling = new(-750, 40);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Sigmoid>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Sigmoid>(BigExponential.Sigmoid, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Sigmoid>(
        (0, 0.5), (-0.0, 0.5), (double.PositiveInfinity, 1), (double.NegativeInfinity, 0), (double.NaN, double.NaN), (-1000, 0));
}
