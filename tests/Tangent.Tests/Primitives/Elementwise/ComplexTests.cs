using System.Numerics;
using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

/// <summary>Real and imaginary part, modulus and sign, and how their cotangents pair with tangents.</summary>
public class ComplexTests
{
    private static readonly Complex[] Points = [new(0.6, -0.8), new(-1.5, 0.4), new(-0.3, -2), new(2, 0.1)];

    private static NDArray Array(params Complex[] values) =>
        MakeComplex.Of(Mx.AsType(values.Select(z => z.Real).ToArray(), DType.Float32), Mx.AsType(values.Select(z => z.Imaginary).ToArray(), DType.Float32));

    private static Complex[] Values(NDArray x) => [.. Mx.AsType(x, DType.Complex64).ToArray<Complex64>().Select(z => (Complex)z)];

    private static double Inner(NDArray x, NDArray y) => Values(x).Zip(Values(y), (a, b) => (Complex.Conjugate(a) * b).Real).Sum();

    public static TheoryData<string> Names =>
    [
        "Abs", "ArcCos", "ArcCosh", "ArcSin", "ArcSinh", "ArcTan", "ArcTanh", "AsType", "Conjugate", "Cos", "Imag", "Power", "Real", "Rsqrt", "Sign", "Sqrt",
    ];

    private static NDArray Apply(string name, NDArray x) => name switch
    {
        "AsType" => Mx.AsType(x, DType.Float32),
        "Conjugate" => Mx.Conjugate(x),
        "Imag" => Mx.Imag(x),
        "Power" => Mx.Power(x, new Complex(0.7, 0.4)),
        "Real" => Mx.Real(x),
        _ => UnaryTable.Rows[name].Function(x),
    };

    /// <summary>Row 14 of the peers' wrong answers: there the reverse rule is not adjoint to the forward rule.</summary>
    [Theory, MemberData(nameof(Names))]
    public void ReverseIsAdjointToForward(string name)
    {
        NDArray x = Array(Points);
        NDArray dx = Array(new(0.3, 0.9), new(-0.4, 0.2), new(1, -0.5), new(0.1, 0.7));
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(v => [Apply(name, v[0])], [x], [dx]);
        NDArray ct = Array(new(-0.2, 0.5), new(0.6, 0.3), new(0.9, -1), new(-0.7, 0.8)).AsType(y[0].DType);
        NDArray back = Mx.Vjp(v => [Apply(name, v[0])], [x], [ct]).Cotangents[0];
        double expected = Inner(ct, dy[0]);
        Assert.Equal(expected, Inner(back, dx), 1e-5 * (1 + Math.Abs(expected)));
    }

    /// <summary>Row 14 again: the branch of the derivative of arccosh left of the imaginary axis.</summary>
    [Fact]
    public void SlopeOfArcCoshIsOnThePrincipalBranch()
    {
        NDArray one = Array(Complex.One, Complex.One, Complex.One, Complex.One);
        Complex[] slopes = Values(Mx.Jvp(v => [Mx.ArcCosh(v[0])], [Array(Points)], [one]).Tangents[0]);
        Complex[] expected = [.. Points.Select(z => 1 / (Complex.Sqrt(z - 1) * Complex.Sqrt(z + 1)))];
        Assert.Equal(expected, slopes, (x, y) => Complex.Abs(x - y) < 1e-5);
    }

    /// <summary>Row 13 of the peers' wrong answers: the second derivative of the modulus is 0 there.</summary>
    [Fact]
    public void SecondDerivativeOfTheModulus()
    {
        NDArray x = Array(new Complex(0.6, -0.8) * 2);
        NDArray turn = Array(new Complex(0.8, 0.6));
        NDArray First(NDArray z) => Mx.Jvp(v => [Mx.Abs(v[0])], [z], [turn]).Tangents[0];
        NDArray second = Mx.Jvp(v => [First(v[0])], [x], [turn]).Tangents[0];
        Assert.Equal([0.5f], second.ToArray<float>(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void ModulusAndSignAtZeroHaveFiniteDerivatives()
    {
        NDArray zero = Array(Complex.Zero);
        NDArray one = Array(Complex.One);
        Assert.Equal([0f], Mx.Jvp(v => [Mx.Abs(v[0])], [zero], [one]).Tangents[0].ToArray<float>());
        Assert.Equal([Complex.Zero], Values(Mx.Jvp(v => [Mx.Sign(v[0])], [zero], [one]).Tangents[0]));
    }

    [Fact]
    public void PartsOfRealArrays()
    {
        NDArray x = new[] { 1.5, -2 };
        Assert.Same(x.Node, Mx.Real(x).Node);
        Assert.Same(x.Node, Mx.Conjugate(x).Node);
        Assert.Equal([0.0, 0], Mx.Imag(x).ToArray<double>());
    }

    [Fact]
    public void CotangentOfARealInputOfComplexArithmeticIsReal()
    {
        NDArray x = Mx.AsType(2.0, DType.Float32);
        NDArray ct = Array(new Complex(0.5, 3));
        NDArray back = Mx.Vjp(v => [Mx.Reshape(v[0] * new Complex(0, 1), 1)], [x], [ct]).Cotangents[0];
        Assert.Equal(3f, back.Item<float>());
    }
}
