using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Element types: what carries a tangent, which one, and how accurate it is.</summary>
public class DTypePeersTests
{
    private static NDArray Point(double value) => Mx.AsType(value, DType.Float64);

    [Fact]
    public void ATangentOfAnotherTypeIsRefused()
    {
        NDArray half = Mx.Ones(2, DType.Float16);
        NDArray single = Mx.Ones(2);
        Refusal.Argument("Jvp: tangent 0 is float32, its primal is float16.", () => Mx.Jvp(v => v * v, half, single));
        Refusal.Argument("Vjp: cotangent 0 is float32, its output is float16.", () => Mx.Vjp(v => v * v, half, single));
        Assert.Equal(DType.Float16, Mx.Jvp(v => v * v, half, half).Tangents.DType);
    }

    [Fact]
    public void IntegersHaveNoTangent()
    {
        NDArray k = new[] { 3 };
        Refusal.Argument("Jvp: tangent 0 belongs to an array of int32, which carries no derivative; pass null.", () => Mx.Jvp(v => [v[0] * v[0]], [k], [k]));
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(v => [v[0] * v[0], v[1] * v[0], Mx.ArgMax(v[1]), v[1] > 0], [k, new[] { 2.0 }], [null, new[] { 1.0 }]);
        Assert.Equal([9], y[0].ToArray<int>());
        Assert.Equal([0], dy[0].ToArray<int>());
        Assert.Equal([3.0], dy[1].ToArray<double>());
        Assert.Equal(0u, dy[2].Item<uint>());
        Assert.Equal([false], dy[3].ToArray<bool>());
    }

    [Fact]
    public void TheTangentThatGoesThroughAnIntegerIsZeroAndNotCarried()
    {
        NDArray x = new[] { 2.5 };
        Assert.Equal([0.0], Mx.Jvp(v => Mx.AsType(Mx.AsType(v, DType.Int32), DType.Float64), x, x).Tangents.ToArray<double>());
        Assert.Equal([0.0], Mx.Grad(v => Mx.Sum(Mx.AsType(Mx.AsType(v, DType.Int32), DType.Float64)))(x).ToArray<double>());
    }

    [Fact]
    public void TheRemainderOfADivisionHasASlope()
    {
        NDArray x = new[] { 7.5, -7.5 };
        NDArray ones = Mx.OnesLike(x);
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(v => Parts(v[0], 3.0), [x], [ones]);
        Assert.Equal([2.0, -3.0], y[0].ToArray<double>());
        Assert.Equal([1.5, 1.5], y[1].ToArray<double>());
        Assert.Equal([0.0, 0.0], dy[0].ToArray<double>());
        Assert.Equal([1.0, 1.0], dy[1].ToArray<double>());
        Assert.Equal([1.0, 1.0], Mx.Vjp(v => Parts(v[0], 3.0), [x], [null, ones]).Cotangents[0].ToArray<double>());
        Assert.Equal([-2.0, 3.0], Mx.Vjp(v => Parts(x, v[0]), [Mx.Full(2, 3.0, DType.Float64)], [null, ones]).Cotangents[0].ToArray<double>());
    }

    private static NDArray[] Parts(NDArray x, NDArray y)
    {
        (NDArray quotient, NDArray remainder) = Mx.DivMod(x, y);
        return [quotient, remainder];
    }

    // Correct to the last place or the one before: references from series summed in higher precision.
    [Theory]
    [InlineData("exp", 1.3, 3.669296667619244)]
    [InlineData("sin", 1.3, 0.963558185417193)]
    [InlineData("cos", 1.3, 0.26749882862458740)]
    [InlineData("erf", 0.7, 0.6778011938374185)]
    [InlineData("erfinv", 0.7, 0.7328690779592167)]
    public void DoublePrecisionIsDoublePrecision(string name, double x, double expected)
    {
        Func<NDArray, NDArray> f = name switch { "exp" => Mx.Exp, "sin" => Mx.Sin, "cos" => Mx.Cos, "erf" => Mx.Erf, _ => Mx.ErfInv };
        Assert.Equal(1.0, f(Point(x)).Item<double>() / expected, 1e-15);
        Assert.Equal(1.0, Mx.Compile(f)(Point(x)).Item<double>() / expected, 1e-15);
    }

    [Fact]
    public void TheTangentOfAFunctionInDoublePrecisionIsAsAccurate()
    {
        NDArray x = Point(1.3);
        Assert.Equal(3.669296667619244, Mx.Grad(Mx.Exp)(x).Item<double>(), 1e-14);
        Assert.Equal(-0.963558185417193, Mx.Grad(Mx.Grad(Mx.Sin))(x).Item<double>(), 1e-15);
        double y = Mx.ErfInv(Point(0.7)).Item<double>();
        Assert.Equal(Math.Sqrt(Math.PI) / 2 * Math.Exp(y * y), Mx.Grad(Mx.ErfInv)(Point(0.7)).Item<double>(), 1e-14);
    }
}
