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

    [Fact]
    public void RemainderHasTheSignOfTheDivisor()
    {
        NDArray y = Mx.Remainder(new[] { 5.0, -5, 5, -5, 7.5 }, new[] { 3.0, 3, -3, -3, 2 });
        Assert.Equal([2.0, 1, -1, -2, 1.5], y.ToArray<double>());
    }
}
