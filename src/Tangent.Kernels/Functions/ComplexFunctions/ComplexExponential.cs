using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Exponentials of complex numbers, computed in float64 and rounded once; the double's range keeps every intermediate
/// result finite where the result is. Special values follow ISO C, annex G.
/// </summary>
internal static class ComplexExponential
{
    public static Complex64 Exp(Complex64 x) => (Complex64)Exp((Complex)x);

    /// <summary>eᶻ − 1 = (e^x − 1)·cos y − 2·sin²(y/2) + i·e^x·sin y, accurate near 0.</summary>
    public static Complex64 Expm1(Complex64 x)
    {
        double real = x.Real, imaginary = x.Imaginary;
        if (imaginary == 0) return new((float)ScalarFunctions.Expm1(real), x.Imaginary);
        if (!double.IsFinite(imaginary) || !double.IsFinite(real)) return (Complex64)(Exp((Complex)x) - 1);
        double half = Math.Sin(imaginary / 2);
        return new(
            (float)(ScalarFunctions.Expm1(real) * Math.Cos(imaginary) - 2 * half * half),
            (float)(Math.Exp(real) * Math.Sin(imaginary)));
    }

    /// <summary>1 / (1 + e^−z), or e^z / (1 + e^z) in the left half-plane, where the other would overflow.</summary>
    public static Complex64 Sigmoid(Complex64 x)
    {
        Complex e = Exp(x.Real < 0 ? x : -(Complex)x);
        Complex numerator = x.Real < 0 ? e : Complex.One;
        return (Complex64)(numerator / (1 + e));
    }

    /// <summary>eˣ·(cos y + i·sin y); a real argument stays real, and -∞ gives 0 whatever the angle.</summary>
    internal static Complex Exp(Complex z)
    {
        double modulus = Math.Exp(z.Real);
        if (z.Imaginary == 0) return new(modulus, z.Imaginary);
        if (double.IsFinite(z.Imaginary)) return new(modulus * Math.Cos(z.Imaginary), modulus * Math.Sin(z.Imaginary));
        if (double.IsNegativeInfinity(z.Real)) return Complex.Zero;
        return new(double.IsPositiveInfinity(z.Real) ? z.Real : double.NaN, double.NaN);
    }
}
