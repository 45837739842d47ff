using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Products and powers, to the third order.</summary>
public class ProductPeersTests
{
    private static NDArray Numbers(Shape shape, double phase) => Mx.Reshape(Mx.Sin(Mx.Arange(0.0, shape.Size, 1.0, DType.Float64) + phase), shape);

    private static NDArray Forward(Func<NDArray, NDArray> f, NDArray x) => Mx.Jvp(f, x, Mx.OnesLike(x)).Tangents;

    [Fact]
    public void AScaledProductWithAScaledSum()
    {
        NDArray[] x = [Numbers((2, 2), 1), Numbers((2, 3), 2), Numbers((3, 2), 3)];
        NDArray[] dx = [Numbers((2, 2), 4), Numbers((2, 3), 5), Numbers((3, 2), 6)];
        NDArray ct = Numbers((2, 2), 7);
        Func<NDArray[], NDArray[]> f = v => [Mx.AddMM(v[0], v[1], v[2], 2.5f, -0.5f)];
        NDArray expected = (2.5 * (Mx.MatMul(dx[1], x[2]) + Mx.MatMul(x[1], dx[2]))) - (0.5 * dx[0]);
        NDArray tangent = Mx.Jvp(f, x, dx).Tangents[0];
        Assert.True(Mx.AllClose(expected, tangent, 1e-12, 1e-12).Item<bool>());
        NDArray[] cotangents = Mx.Vjp(f, x, [ct]).Cotangents;
        double pulled = cotangents.Zip(dx, (a, b) => Mx.Sum(a * b).Item<double>()).Sum();
        Assert.Equal(Mx.Sum(ct * expected).Item<double>(), pulled, 12);
    }

    public static TheoryData<double, double> Bases => new() { { 1.7, 0.4 }, { 0.3, 2.5 }, { 2.0, 3.0 }, { 1.1, -1.5 } };

    [Theory, MemberData(nameof(Bases))]
    public void DerivativesOfAPowerAreThoseOfItsExponentialForm(double x, double y)
    {
        NDArray point = new[] { x, y };
        Func<NDArray, NDArray> power = v => Mx.Power(v[0], v[1]);
        Func<NDArray, NDArray> exponential = v => Mx.Exp(v[1] * Mx.Log(v[0]));
        Same(Mx.Grad(power)(point), Mx.Grad(exponential)(point));
        Same(Mx.Hessian(power)(point), Mx.Hessian(exponential)(point));
        NDArray expected = Mx.JacFwd(Mx.Hessian(exponential))(point);
        Same(Mx.JacFwd(Mx.Hessian(power))(point), expected);
        Same(Mx.JacRev(Mx.JacRev(Mx.Grad(power)))(point), expected);
        Same(Mx.JacFwd(Mx.JacFwd(Mx.JacFwd(power)))(point), expected);
    }

    private static void Same(NDArray actual, NDArray expected) =>
        Assert.True(Mx.AllClose(actual, expected, 1e-10, 1e-10).Item<bool>(), $"{actual} instead of {expected}");

    [Fact]
    public void APowerOfZeroHasTheDerivativesOfItsPolynomial()
    {
        NDArray zero = Mx.AsType(0.0, DType.Float64);
        NDArray two = Mx.AsType(2.0, DType.Float64);
        Func<NDArray, NDArray> square = x => Mx.Power(x, two);
        Assert.Equal(0.0, Mx.Grad(square)(zero).Item<double>());
        Assert.Equal(2.0, Mx.Grad(Mx.Grad(square))(zero).Item<double>());
        Assert.Equal(2.0, Forward(Mx.Grad(square), zero).Item<double>());
        Assert.Equal(2.0, Forward(x => Forward(square, x), zero).Item<double>());
        Assert.Equal(0.0, Forward(Mx.Grad(Mx.Grad(square)), zero).Item<double>());
    }

    [Fact]
    public void AProductOfZerosHasTheDerivativesOfItsPolynomial()
    {
        NDArray x = new[] { 0.0, 2, 0, 3 };
        Assert.Equal([0.0, 0, 0, 0], Mx.Grad(v => Mx.Prod(v))(x).ToArray<double>());
        double[] hessian = Mx.Hessian(v => Mx.Prod(v))(x).ToArray<double>();
        Assert.Equal([0.0, 0, 6, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0], hessian);
        Assert.Equal(hessian, Mx.JacRev(Mx.JacFwd(v => Mx.Prod(v)))(x).ToArray<double>());
        NDArray third = Mx.JacFwd(Mx.Hessian(v => Mx.Prod(v)))(x);
        Assert.Equal(3.0, third[0, 2, 1].Item<double>());
        Assert.Equal(2.0, third[3, 0, 2].Item<double>());
        Assert.Equal(0.0, third[0, 1, 3].Item<double>());
    }
}
