using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ArcSinTests
{
    private static readonly Sampling Sampling = new(-1, 1, -1, 1);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<ArcSin>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<ArcSin>(BigTrigonometry.ArcSin, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<ArcSin>(
        (0, 0), (-0.0, -0.0), (1, Math.PI / 2), (-1, -Math.PI / 2), (1.1, double.NaN), (double.PositiveInfinity, double.NaN), (double.NaN, double.NaN));
}
