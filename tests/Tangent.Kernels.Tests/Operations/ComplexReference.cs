using System.Numerics;

namespace Tangent.Kernels.Tests.Operations;

/// <summary>Complex operations in float64, by the definitions that .NET has.</summary>
internal static class ComplexReference
{
    public static double Part(ScalarOp op, Complex x) => op switch
    {
        ScalarOp.Abs => Complex.Abs(x),
        ScalarOp.Real => x.Real,
        ScalarOp.Imaginary => x.Imaginary,
        _ => throw new ArgumentException($"{op}", nameof(op)),
    };

    public static Complex Unary(ScalarOp op, Complex x) => op switch
    {
        ScalarOp.Negate => -x,
        ScalarOp.Sign => x / Complex.Abs(x),
        ScalarOp.Floor => new(Math.Floor(x.Real), Math.Floor(x.Imaginary)),
        ScalarOp.Ceiling => new(Math.Ceiling(x.Real), Math.Ceiling(x.Imaginary)),
        ScalarOp.Truncate => new(Math.Truncate(x.Real), Math.Truncate(x.Imaginary)),
        ScalarOp.Round => new(Math.Round(x.Real), Math.Round(x.Imaginary)),
        ScalarOp.Sqrt => Complex.Sqrt(x),
        ScalarOp.Rsqrt => 1 / Complex.Sqrt(x),
        ScalarOp.Square => x * x,
        ScalarOp.OneMinusSquare => (1 - x) * (1 + x),
        ScalarOp.Reciprocal => 1 / x,
        ScalarOp.Conjugate => Complex.Conjugate(x),
        ScalarOp.Exp => Complex.Exp(x),
        ScalarOp.Expm1 => Complex.Exp(x) - 1,
        ScalarOp.Sigmoid => 1 / (1 + Complex.Exp(-x)),
        ScalarOp.Log => Complex.Log(x),
        ScalarOp.Log1p => Complex.Log(1 + x),
        ScalarOp.Log2 => Complex.Log(x) / Math.Log(2),
        ScalarOp.Log10 => Complex.Log(x) / Math.Log(10),
        _ => Circular(op, x),
    };

    public static Complex Binary(ScalarOp op, Complex x, Complex y) => op switch
    {
        ScalarOp.Add => x + y,
        ScalarOp.Subtract => x - y,
        ScalarOp.Multiply => x * y,
        ScalarOp.Divide => x / y,
        ScalarOp.Power => Complex.Pow(x, y),
        ScalarOp.LogAddExp => Complex.Log(Complex.Exp(x) + Complex.Exp(y)),
        ScalarOp.Maximum => (x.Real, x.Imaginary).CompareTo((y.Real, y.Imaginary)) > 0 ? x : y,
        ScalarOp.Minimum => (x.Real, x.Imaginary).CompareTo((y.Real, y.Imaginary)) < 0 ? x : y,
        _ => throw new ArgumentException($"{op}", nameof(op)),
    };

    private static Complex Circular(ScalarOp op, Complex x) => op switch
    {
        ScalarOp.Sin => Complex.Sin(x),
        ScalarOp.Cos => Complex.Cos(x),
        ScalarOp.Tan => Complex.Tan(x),
        ScalarOp.Sinh => Complex.Sinh(x),
        ScalarOp.Cosh => Complex.Cosh(x),
        ScalarOp.Tanh => Complex.Tanh(x),
        ScalarOp.ArcSin => Complex.Asin(x),
        ScalarOp.ArcCos => Complex.Acos(x),
        ScalarOp.ArcTan => Complex.Atan(x),
        ScalarOp.ArcSinh => Complex.Log(x + Complex.Sqrt(x * x + 1)),
        ScalarOp.ArcCosh => Complex.Log(x + Complex.Sqrt(x + 1) * Complex.Sqrt(x - 1)),
        ScalarOp.ArcTanh => (Complex.Log(1 + x) - Complex.Log(1 - x)) / 2,
        _ => throw new ArgumentException($"{op}", nameof(op)),
    };
}
