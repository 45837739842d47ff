using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Inverse circular and hyperbolic functions of complex numbers by Kahan's formulas ("Branch cuts for complex
/// elementary functions", 1987), in which nothing cancels, computed in float64 and rounded once. The cuts are those of
/// ISO C and NumPy; on a cut the sign of the zero part decides.
/// </summary>
internal static class ComplexInverse
{
    public static Complex64 ArcSin(Complex64 x) => (Complex64)ArcSin((Complex)x);

    public static Complex64 ArcCos(Complex64 x)
    {
        double real = x.Real, imaginary = x.Imaginary;
        if (IsInfinite(x)) return new((float)Math.Atan2(Math.Abs(imaginary), real), MathF.CopySign(float.PositiveInfinity, -x.Imaginary));
        Complex minus = ComplexRoot.Sqrt(new Complex(1 - real, -imaginary)), plus = ComplexRoot.Sqrt(new Complex(1 + real, imaginary));
        return new(
            (float)(2 * Math.Atan2(minus.Real, plus.Real)),
            (float)Math.Asinh(plus.Real * minus.Imaginary - plus.Imaginary * minus.Real));
    }

    public static Complex64 ArcCosh(Complex64 x)
    {
        double real = x.Real, imaginary = x.Imaginary;
        if (IsInfinite(x)) return new(float.PositiveInfinity, (float)Math.Atan2(imaginary, real));
        Complex minus = ComplexRoot.Sqrt(new Complex(real - 1, imaginary)), plus = ComplexRoot.Sqrt(new Complex(real + 1, imaginary));
        return new(
            (float)Math.Asinh(minus.Real * plus.Real + minus.Imaginary * plus.Imaginary),
            (float)(2 * Math.Atan2(minus.Imaginary, plus.Real)));
    }

    /// <summary>−i·arcsin(i·z).</summary>
    public static Complex64 ArcSinh(Complex64 x) => TurnBack(ArcSin(new Complex(-x.Imaginary, x.Real)));

    public static Complex64 ArcTanh(Complex64 x) => (Complex64)ArcTanh((Complex)x);

    /// <summary>−i·artanh(i·z).</summary>
    public static Complex64 ArcTan(Complex64 x) => TurnBack(ArcTanh(new Complex(-x.Imaginary, x.Real)));

    private static Complex ArcSin(Complex z)
    {
        double x = z.Real, y = z.Imaginary;
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return new(Math.Atan2(x, Math.Abs(y)), Math.CopySign(double.PositiveInfinity, y));
        Complex minus = ComplexRoot.Sqrt(new Complex(1 - x, -y)), plus = ComplexRoot.Sqrt(new Complex(1 + x, y));
        return new(
            Math.Atan2(x, minus.Real * plus.Real - minus.Imaginary * plus.Imaginary),
            Math.Asinh(minus.Real * plus.Imaginary - minus.Imaginary * plus.Real));
    }

    /// <summary>
    /// ¼·log(1 + 4x/((1 − x)² + y²)) + ½·i·arg(1 − |z|² + 2·i·y); x² being exact, 1 − x² is rounded once.
    /// </summary>
    private static Complex ArcTanh(Complex z)
    {
        double x = Math.Abs(z.Real), y = z.Imaginary;
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return new(Math.CopySign(0, z.Real), Math.CopySign(Math.PI / 2, y));
        double real = 0.25 * ScalarFunctions.Log1p(4 * x / ((1 - x) * (1 - x) + y * y));
        double angle = 0.5 * Math.Atan2(2 * y, Math.FusedMultiplyAdd(-x, x, 1) - y * y);
        return new(Math.CopySign(real, z.Real), angle);
    }

    private static bool IsInfinite(Complex64 x) => float.IsInfinity(x.Real) || float.IsInfinity(x.Imaginary);

    private static Complex64 TurnBack(Complex z) => new((float)z.Imaginary, (float)-z.Real);
}
