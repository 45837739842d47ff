using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Hyperbolic and circular functions of complex numbers, computed in float64 and rounded once; the circular ones are
/// the hyperbolic ones turned by a right angle. Special values follow ISO C, annex G.
/// </summary>
internal static class ComplexHyperbolic
{
    public static Complex64 Sinh(Complex64 x) => (Complex64)Sinh(x.Real, x.Imaginary);

    public static Complex64 Cosh(Complex64 x) => (Complex64)Cosh(x.Real, x.Imaginary);

    public static Complex64 Tanh(Complex64 x) => (Complex64)Tanh(x.Real, x.Imaginary);

    /// <summary>−i·sinh(i·z).</summary>
    public static Complex64 Sin(Complex64 x) => TurnBack(Sinh(-x.Imaginary, x.Real));

    /// <summary>cosh(i·z).</summary>
    public static Complex64 Cos(Complex64 x) => (Complex64)Cosh(-x.Imaginary, x.Real);

    /// <summary>−i·tanh(i·z).</summary>
    public static Complex64 Tan(Complex64 x) => TurnBack(Tanh(-x.Imaginary, x.Real));

    private static Complex64 TurnBack(Complex z) => new((float)z.Imaginary, (float)-z.Real);

    /// <summary>sinh x·cos y + i·cosh x·sin y.</summary>
    private static Complex Sinh(double x, double y)
    {
        if (y == 0) return new(Math.Sinh(x), y);
        if (!double.IsFinite(y)) return new(x == 0 || double.IsInfinity(x) ? x : double.NaN, double.NaN);
        return new(Math.Sinh(x) * Math.Cos(y), Math.Cosh(x) * Math.Sin(y));
    }

    /// <summary>cosh x·cos y + i·sinh x·sin y.</summary>
    private static Complex Cosh(double x, double y)
    {
        if (y == 0) return new(Math.Cosh(x), double.IsNegative(x) ? -y : y);
        if (x == 0) return new(Math.Cos(y), double.IsFinite(y) ? x * Math.Sin(y) : 0);
        if (!double.IsFinite(y)) return new(double.IsInfinity(x) ? double.PositiveInfinity : double.NaN, double.NaN);
        return new(Math.Cosh(x) * Math.Cos(y), Math.Sinh(x) * Math.Sin(y));
    }

    /// <summary>
    /// (sinh x·cosh x + i·sin y·cos y) / (sinh²x + cos²y), a sum of squares in which nothing cancels. Beyond |x| = 20
    /// the real part is ±1 to the last bit of a double.
    /// </summary>
    private static Complex Tanh(double x, double y)
    {
        if (y == 0) return new(Math.Tanh(x), y);
        if (double.IsInfinity(x)) return new(Math.Sign(x), Math.CopySign(0, double.IsFinite(y) ? Math.Sin(2 * y) : y));
        if (!double.IsFinite(y)) return new(x == 0 ? x : double.NaN, double.NaN);
        (double sin, double cos) = Math.SinCos(y);
        if (Math.Abs(x) > 20) return new(Math.Sign(x), 4 * sin * cos * Math.Exp(-2 * Math.Abs(x)));
        double sinh = Math.Sinh(x), denominator = sinh * sinh + cos * cos;
        return new(sinh * Math.Cosh(x) / denominator, sin * cos / denominator);
    }
}
