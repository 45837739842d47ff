using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ArcCosTests
{
    private static readonly Sampling Sampling = new(-1, 1, -1, 1);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<ArcCos>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<ArcCos>(BigTrigonometry.ArcCos, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<ArcCos>(
        (0, Math.PI / 2), (1, 0), (-1, Math.PI), (1.1, double.NaN), (double.NegativeInfinity, double.NaN), (double.NaN, double.NaN));
}
