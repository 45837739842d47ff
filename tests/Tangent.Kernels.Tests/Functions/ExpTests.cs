using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ExpTests
{
    private static readonly Sampling Sampling = new(-750, 750);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Exp>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Exp>(BigExponential.Exp, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Exp>(
        (0, 1), (-0.0, 1), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, 0),
        (double.NaN, double.NaN), (1000, double.PositiveInfinity), (-1000, 0));
}
