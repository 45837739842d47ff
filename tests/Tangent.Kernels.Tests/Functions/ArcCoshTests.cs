using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ArcCoshTests
{
    private static readonly Sampling Sampling = new(1, 10, 1);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<ArcCosh>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<ArcCosh>(BigExponential.ArcCosh, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<ArcCosh>(
        (1, 0), (0.9, double.NaN), (-2, double.NaN), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, double.NaN), (double.NaN, double.NaN));
}
