using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ArcTanTests
{
    private static readonly Sampling Sampling = new(-10, 10);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<ArcTan>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<ArcTan>(BigTrigonometry.ArcTan, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<ArcTan>(
        (0, 0), (-0.0, -0.0), (double.PositiveInfinity, Math.PI / 2), (double.NegativeInfinity, -Math.PI / 2), (double.NaN, double.NaN));
}
