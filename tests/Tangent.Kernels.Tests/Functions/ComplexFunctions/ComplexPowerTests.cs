using Tangent.Kernels.Tests.Functions.Reference;
using Xunit;

namespace Tangent.Kernels.Tests.Functions;

public sealed class ComplexPowerTests
{
    [Fact]
    public void Powers_with_a_complex_exponent_round_once()
    {
        Complex64 y = new(1.25f, -0.5f);
        ComplexAccuracy.Check(z => ComplexPower.Power(z, y), z => BigComplex.Exp(BigComplex.Log(z) * y));
    }

    [Fact]
    public void Powers_with_a_real_exponent_round_once() =>
        ComplexAccuracy.Check(z => ComplexPower.Power(z, 0.3f), z => BigComplex.Exp(BigComplex.Log(z) * (Complex64)0.3f));

    [Fact]
    public void Small_whole_exponents_are_products()
    {
        Assert.Equal(new Complex64(-1, 0), ComplexPower.Power(new(0, 1), 2));
        Assert.Equal(new Complex64(-4, 0), ComplexPower.Power(new(1, 1), 4));
        Assert.Equal(new Complex64(0, -0.5f), ComplexPower.Power(new(1, 1), -2));
    }

    [Fact]
    public void Special_values()
    {
        Assert.Equal(new Complex64(1, 0), ComplexPower.Power(new(float.NaN, 1), default));
        Assert.Equal(default, ComplexPower.Power(default, new(0.5f, 1)));
        Assert.True(float.IsPositiveInfinity(ComplexPower.Power(float.PositiveInfinity, 0.5f).Real));
        Assert.True(float.IsNaN(ComplexPower.Power(default, new(-0.5f, 1)).Real));
    }
}
