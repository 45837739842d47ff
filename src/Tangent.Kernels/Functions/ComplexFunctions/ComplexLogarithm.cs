using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Logarithms of complex numbers, computed in float64 and rounded once. The cut is the negative real axis, where the
/// sign of the imaginary part, zero included, decides. Squares of floats neither over- nor underflow as doubles.
/// </summary>
internal static class ComplexLogarithm
{
    public static Complex64 Log(Complex64 x) => (Complex64)Log((Complex)x);

    public static Complex64 Log2(Complex64 x)
    {
        Complex logarithm = Log((Complex)x);
        return new((float)(logarithm.Real * 1.4426950408889634), (float)(logarithm.Imaginary * 1.4426950408889634));
    }

    public static Complex64 Log10(Complex64 x)
    {
        Complex logarithm = Log((Complex)x);
        return new((float)(logarithm.Real * 0.4342944819032518), (float)(logarithm.Imaginary * 0.4342944819032518));
    }

    public static Complex64 Log1p(Complex64 x) => (Complex64)Log1p((Complex)x);

    /// <summary>The argument with the larger real part, plus log(1 + e^difference), which cannot overflow.</summary>
    public static Complex64 LogAddExp(Complex64 x, Complex64 y)
    {
        (Complex larger, Complex smaller) = x.Real < y.Real ? ((Complex)y, (Complex)x) : ((Complex)x, (Complex)y);
        if (double.IsNegativeInfinity(smaller.Real) || double.IsPositiveInfinity(larger.Real)) return (Complex64)larger;
        return (Complex64)(larger + Log1p(ComplexExponential.Exp(smaller - larger)));
    }

    /// <summary>
    /// log |z| + i·arg z. Near the unit circle |z|² − 1 is exact but for one rounding, x² and y² being exact.
    /// </summary>
    internal static Complex Log(Complex z)
    {
        double x = z.Real, y = z.Imaginary, angle = Math.Atan2(y, x), square = x * x + y * y;
        if (double.IsInfinity(x) || double.IsInfinity(y)) return new(double.PositiveInfinity, angle);
        if (square is < 0.5 or > 2) return new(0.5 * Math.Log(square), angle);
        (x, y) = Math.Abs(x) < Math.Abs(y) ? (y, x) : (x, y);
        return new(0.5 * ScalarFunctions.Log1p(Math.FusedMultiplyAdd(x, x, -1) + y * y), angle);
    }

    private static Complex Log1p(Complex z)
    {
        double x = z.Real, y = z.Imaginary, angle = y == 0 && x > -1 ? y : Math.Atan2(y, 1 + x);
        if (double.IsInfinity(x) || double.IsInfinity(y)) return new(double.PositiveInfinity, angle);
        if (y == 0 && x > -1) return new(ScalarFunctions.Log1p(x), angle);
        // Where |1 + z| is small, |1 + z|² − 1 would have lost its digits; 1 + x has not.
        double square = (1 + x) * (1 + x) + y * y;
        return new(0.5 * (square < 0.5 ? Math.Log(square) : ScalarFunctions.Log1p(x * (2 + x) + y * y)), angle);
    }
}
