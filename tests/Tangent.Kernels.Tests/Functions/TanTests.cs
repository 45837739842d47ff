using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class TanTests
{
    private static readonly Sampling Sampling = new(-1000, 1000);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Tan>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Tan>(BigTrigonometry.Tan, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Tan>(
        (0, 0), (-0.0, -0.0), (double.PositiveInfinity, double.NaN), (double.NegativeInfinity, double.NaN), (double.NaN, double.NaN));
}
