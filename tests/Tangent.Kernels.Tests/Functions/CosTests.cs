using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class CosTests
{
    private static readonly Sampling Sampling = new(-1000, 1000);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Cos>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Cos>(BigTrigonometry.Cos, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Cos>(
        (0, 1), (-0.0, 1), (double.PositiveInfinity, double.NaN), (double.NegativeInfinity, double.NaN), (double.NaN, double.NaN), (1e-300, 1));
}
