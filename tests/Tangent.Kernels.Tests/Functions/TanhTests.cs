using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class TanhTests
{
    private static readonly Sampling Sampling = new(-20, 20);

    [Fact]
    public void Float32_is_within_two_ulp() => Accuracy.Float32<Tanh>(Sampling);

    [Fact]
    public void Float64_is_within_two_ulp() => Accuracy.Float64<Tanh>(BigExponential.Tanh, Sampling);

    [Fact]
    public void Special_values() => Accuracy.Special<Tanh>(
        (0, 0), (-0.0, -0.0), (double.PositiveInfinity, 1), (double.NegativeInfinity, -1), (double.NaN, double.NaN), (30, 1), (-30, -1));

    [Fact]
    public void Never_passes_one()
    {
        var x = new float[100_000];
        for (int i = 0; i < x.Length; i++) x[i] = 5 + i * 1e-4f;
        Assert.All(Accuracy.Run32<Tanh, Lanes512<float>>(x), y => Assert.True(y <= 1));
    }
}
