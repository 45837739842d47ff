using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Complex functions: reverse mode is the adjoint of forward mode on every branch, and moduli have second derivatives.</summary>
public class ComplexPeersTests
{
    private static readonly Dictionary<string, Func<NDArray, NDArray>> Functions = new()
    {
        ["arccos"] = Mx.ArcCos,
        ["arccosh"] = Mx.ArcCosh,
        ["arcsin"] = Mx.ArcSin,
        ["arcsinh"] = Mx.ArcSinh,
        ["arctan"] = Mx.ArcTan,
        ["arctanh"] = Mx.ArcTanh,
        ["cos"] = Mx.Cos,
        ["sin"] = Mx.Sin,
        ["tan"] = Mx.Tan,
        ["sqrt"] = Mx.Sqrt,
        ["rsqrt"] = Mx.Rsqrt,
        ["exp"] = Mx.Exp,
        ["log"] = Mx.Log,
        ["abs"] = Mx.Abs,
        ["power of a number"] = z => Mx.Power(z, 2.5),
        ["power of a power"] = z => Mx.Power(z, Mx.Conjugate(z)),
        ["quotient"] = z => z / (1.5 + z),
        ["square"] = Mx.Square,
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    // One point in each quadrant, inside and outside the unit circle, away from the cuts.
    private static readonly NDArray Points = Mx.Array(new[]
    {
        new Complex64(0.4f, 0.3f), new Complex64(-0.5f, 0.6f), new Complex64(-0.3f, -0.7f), new Complex64(0.8f, -0.2f),
        new Complex64(1.6f, 1.1f), new Complex64(-1.9f, 0.4f), new Complex64(-1.2f, -1.4f), new Complex64(2.1f, -0.6f),
    });

    [Theory, MemberData(nameof(Names))]
    public void ForwardIsTheSlopeAndReverseItsAdjoint(string name) => Law.Derivatives(x => [Functions[name](x[0])], [Points], 2e-3);

    [Theory, MemberData(nameof(Names))]
    public void SecondDerivativesToo(string name)
    {
        NDArray?[] dx = Directions.Of([Points], 3);
        NDArray?[] ct = Directions.Of([Functions[name](Points)], 4);
        Law.Derivatives(x => Mx.Jvp(v => [Functions[name](v[0])], x, dx).Tangents, [Points], 1e-2);
        Law.Derivatives(x => Mx.Vjp(v => [Functions[name](v[0])], x, ct).Cotangents, [Points], 1e-2);
    }

    [Fact]
    public void AModulusHasASecondAndAThirdDerivative()
    {
        NDArray w = new[] { 1f, -2f, 0.5f };
        Func<NDArray, NDArray> modulus = x => Mx.Sum(w * Mx.Abs((x * new System.Numerics.Complex(1, 2)) + new System.Numerics.Complex(0.5, -1)));
        Func<NDArray, NDArray> root = x => Mx.Sum(w * Mx.Sqrt(Mx.Square(x + 0.5) + Mx.Square((2.0 * x) - 1.0)));
        NDArray x = new[] { 0.3f, -0.7f, 1.1f };
        Close(Mx.Grad(root)(x), Mx.Grad(modulus)(x));
        Close(Mx.Hessian(root)(x), Mx.Hessian(modulus)(x));
        Close(Mx.Hessian(root)(x), Mx.JacRev(Mx.Grad(modulus))(x));
        Close(Mx.Hessian(root)(x), Mx.JacFwd(Mx.JacFwd(modulus))(x));
        Close(Mx.JacFwd(Mx.Hessian(root))(x), Mx.JacFwd(Mx.Hessian(modulus))(x));
    }

    [Fact]
    public void TheGradientOfASquaredModulusPointsOutwards()
    {
        NDArray gradient = Mx.Grad(z => Mx.Sum(Mx.Square(Mx.Abs(z))))(Points);
        Close(Mx.Real(Points) * 2.0, Mx.Real(gradient));
        Close(Mx.Imag(Points) * 2.0, Mx.Imag(gradient));
    }

    private static void Close(NDArray expected, NDArray actual) =>
        Assert.True(Mx.AllClose(expected, actual, 1e-4, 1e-4).Item<bool>(), $"{actual} instead of {expected}");
}
