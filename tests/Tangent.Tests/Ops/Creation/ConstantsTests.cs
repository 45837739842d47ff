using Xunit;

namespace Tangent.Tests.Ops.Creation;

public class ConstantsTests
{
    [Fact]
    public void HaveTheirValues()
    {
        Assert.Equal(1, Math.Log(Mx.E), 15);
        Assert.Equal(0, Math.Sin(Mx.Pi), 15);
        Assert.True(double.IsPositiveInfinity(Mx.Inf));
        Assert.True(double.IsNaN(Mx.NaN));
    }

    [Fact]
    public void EulerGammaIsWhatHarmonicNumbersExceedTheLogarithmBy()
    {
        // H(n) = ln n + γ + 1/2n - 1/12n² + O(n⁻⁴).
        const int n = 1000;
        double harmonic = Enumerable.Range(1, n).Sum(i => 1.0 / i);
        double limit = harmonic - Math.Log(n) - (1.0 / (2 * n)) + (1.0 / (12.0 * n * n));
        Assert.Equal(Mx.EulerGamma, limit, 12);
    }

    [Fact]
    public void AreLiterals() => Assert.Equal(DType.Float16, (Mx.Ones(1, DType.Float16) * Mx.Pi).DType);
}
