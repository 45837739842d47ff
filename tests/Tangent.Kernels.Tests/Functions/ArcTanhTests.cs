using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ArcTanhTests
{
    private static readonly Sampling Sampling = new(-1, 1, -0.9999999999999999, 0.9999999999999999);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<ArcTanh>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<ArcTanh>(BigExponential.ArcTanh, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<ArcTanh>(
        (0, 0), (-0.0, -0.0), (1, double.PositiveInfinity), (-1, double.NegativeInfinity), (1.1, double.NaN), (double.PositiveInfinity, double.NaN), (double.NaN, double.NaN));
}
