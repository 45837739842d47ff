using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ArcSinhTests
{
    private static readonly Sampling Sampling = new(-10, 10);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<ArcSinh>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<ArcSinh>(BigExponential.ArcSinh, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<ArcSinh>(
        (0, 0), (-0.0, -0.0), (double.PositiveInfinity, double.PositiveInfinity), (double.NegativeInfinity, double.NegativeInfinity), (double.NaN, double.NaN));
}
