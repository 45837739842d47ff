using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ErfInvTests
{
    private static readonly Sampling Sampling = new(-1, 1, -0.9999999999999999, 0.9999999999999999);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<ErfInv>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<ErfInv>(Exact, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<ErfInv>(
        (0, 0), (-0.0, -0.0), (1, double.PositiveInfinity), (-1, double.NegativeInfinity), (1.5, double.NaN), (double.NegativeInfinity, double.NaN), (double.NaN, double.NaN));

    /// <summary>Newton steps from the result under test, whose error they remove.</summary>
    private static BigReal Exact(BigReal x) =>
        BigErrorFunction.ErfInv(x, Lanes128<double>.Get(ErfInv.Float64(Lanes128<double>.Broadcast((double)x)), 0));
}
