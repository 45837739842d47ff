using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class PowerTests
{
    private static NDArray Number(double value) => Mx.AsType(value, DType.Float64);

    private static NDArray Derivative(Func<NDArray, NDArray> f, NDArray x) =>
        Mx.Jvp(v => [f(v[0])], [x], [Number(1)]).Tangents[0];

    private static NDArray Slope(Func<NDArray, NDArray> f, NDArray x) =>
        Mx.Vjp(v => [f(v[0])], [x], [Number(1)]).Cotangents[0];

    /// <summary>Row 17 of the peers' wrong answers.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ThirdDerivativeIsThatOfExpOfTheProductWithTheLogarithm(bool reverse)
    {
        Func<Func<NDArray, NDArray>, NDArray, NDArray> inner = reverse ? Slope : Derivative;
        static NDArray Along(NDArray t) => Mx.Power(1.3 + t, 0.7 + (0.5 * t));
        static NDArray Reference(NDArray t) => Mx.Exp((0.7 + (0.5 * t)) * Mx.Log(1.3 + t));
        NDArray Third(Func<NDArray, NDArray> f) => inner(x => inner(y => inner(f, y), x), Number(0.2));
        Assert.Equal(Third(Reference).Item<double>(), Third(Along).Item<double>(), 1e-11);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 1, 0, 0)]
    [InlineData(2, 0, 2, 0)]
    [InlineData(3, 0, 0, 6)]
    [InlineData(4, 0, 0, 0)]
    public void DerivativesAtZeroOfIntegerExponents(double exponent, double first, double second, double third)
    {
        foreach (bool isLiteral in new[] { true, false })
        {
            NDArray y = isLiteral ? exponent : Mx.AsType(new[] { exponent }, DType.Float64).Eval();
            NDArray F(NDArray x) => Mx.Sum(Mx.Power(x, y));
            Assert.Equal(first, Slope(F, Number(0)).Item<double>());
            Assert.Equal(second, Derivative(x => Slope(F, x), Number(0)).Item<double>());
            Assert.Equal(third, Derivative(z => Derivative(x => Slope(F, x), z), Number(0)).Item<double>());
        }
    }

    [Fact]
    public void SlopeInTheExponentIsZeroWhereTheBaseIsZero()
    {
        Assert.Equal(0, Slope(y => Mx.Power(Number(0), y), Number(2)).Item<double>());
        Assert.Equal(0, Derivative(y => Mx.Power(Number(0), y), Number(2)).Item<double>());
    }

    [Fact]
    public void NegativeBaseOfAnIntegerExponentHasASlope()
    {
        Assert.Equal(12, Slope(x => Mx.Power(x, Number(3)), Number(-2)).Item<double>());
        Assert.Equal(12, Slope(x => Mx.Power(x, 3), Number(-2)).Item<double>());
    }

    [Fact]
    public void MixedDerivativeAtTheExponentZero() =>
        Assert.Equal(0.25, Derivative(y => Slope(x => Mx.Power(x, y), Number(4)), Number(0)).Item<double>());

    [Fact]
    public void IntegersMultiplyExactlyAndNegativeExponentsGiveZero()
    {
        Assert.Equal([8, -27, 1, 0], Mx.Power(new[] { 2, -3, 7, 2 }, new[] { 3, 3, 0, -1 }).ToArray<int>());
        Assert.Equal(DType.Int32, Mx.Power(new[] { true }, 2).DType);
        Assert.Equal(DType.Float32, Mx.Power(new[] { 3 }, 2.0).DType);
    }
}
