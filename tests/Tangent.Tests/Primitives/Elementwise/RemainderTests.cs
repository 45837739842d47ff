using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class RemainderTests
{
    private static NDArray Number(double value) => Mx.AsType(value, DType.Float64);

    /// <summary>Row 4 of the peers' wrong answers: the tangent of the remainder is 0 there.</summary>
    [Fact]
    public void DivModHasTheDerivativesOfItsParts()
    {
        static NDArray[] Function(NDArray[] v)
        {
            (NDArray quotient, NDArray remainder) = Mx.DivMod(v[0], v[1]);
            return [quotient, remainder];
        }
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(Function, [Number(7.5), Number(3)], [Number(1), null]);
        Assert.Equal([2, 1.5], y.Select(value => value.Item<double>()));
        Assert.Equal([0, 1.0], dy.Select(value => value.Item<double>()));
        NDArray[] ct = Mx.Vjp(Function, [Number(7.5), Number(3)], [Number(1), Number(1)]).Cotangents;
        Assert.Equal([1.0, -2], ct.Select(value => value.Item<double>()));
    }

    // The quotient is the whole number that the exact remainder leaves, also where the rounded quotient is whole.
    [Fact]
    public void QuotientAndRemainderMakeUpTheNumber()
    {
        (NDArray quotient, NDArray remainder) = Mx.DivMod(new[] { 1.0, 0.6, -1, 4.5, -1 }, new[] { 0.1, 0.2, 0.1, 1.5, double.PositiveInfinity });
        Assert.Equal([9.0, 2, -10, 3, -1], quotient.ToArray<double>());
        Assert.Equal([1.0 % 0.1, 0.6 % 0.2], remainder.ToArray<double>()[..2]);
        foreach (DType dtype in new[] { DType.Float16, DType.BFloat16, DType.Float32, DType.Float64 })
        {
            NDArray y = Mx.AsType(Mx.Random.Uniform(-3.0, 3.0, 5000, key: Mx.Random.Key(1)), dtype);
            NDArray x = Mx.AsType(Mx.Random.RandInt(-50, 50, 5000, key: Mx.Random.Key(2)), dtype) * y;
            (NDArray q, NDArray r) = Mx.DivMod(x, y);
            NDArray wide = Mx.AsType(q, DType.Float64) * Mx.AsType(y, DType.Float64) + Mx.AsType(r, DType.Float64);
            NDArray wrong = Mx.Abs(wide - Mx.AsType(x, DType.Float64)) > new FInfo(dtype).Eps * Mx.AsType(Mx.Abs(y), DType.Float64);
            Assert.Equal(0, Mx.CountNonzero(wrong).Item<int>());
        }
    }

    [Fact]
    public void RemainderHasTheSignOfTheDivisor()
    {
        NDArray y = Mx.Remainder(new[] { 5.0, -5, 5, -5, 7.5 }, new[] { 3.0, 3, -3, -3, 2 });
        Assert.Equal([2.0, 1, -1, -2, 1.5], y.ToArray<double>());
    }
}
