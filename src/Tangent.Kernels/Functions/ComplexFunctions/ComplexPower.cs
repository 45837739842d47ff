using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Powers of complex numbers, computed in float64 and rounded once.</summary>
internal static class ComplexPower
{
    private const int LargestByProducts = 64;

    /// <summary>
    /// e^(y·log x), the principal branch; a small whole exponent is done by products, which keep i² = −1 exact. 1 for
    /// y = 0; 0 for x = 0 and Re y &gt; 0.
    /// </summary>
    public static Complex64 Power(Complex64 x, Complex64 y)
    {
        if (y == default) return new(1, 0);
        if (y.Imaginary == 0 && Math.Abs(y.Real) <= LargestByProducts && y.Real == MathF.Truncate(y.Real))
            return Whole(x, (int)y.Real);
        if (x == default) return y.Real > 0 ? default : new(float.NaN, float.NaN);
        Complex logarithm = ComplexLogarithm.Log((Complex)x);
        // A real exponent scales both parts; the general product would make NaN of an infinite logarithm.
        Complex exponent = y.Imaginary == 0 ? new(y.Real * logarithm.Real, y.Real * logarithm.Imaginary) : y * logarithm;
        return (Complex64)ComplexExponential.Exp(exponent);
    }

    private static Complex64 Whole(Complex64 x, int exponent)
    {
        if (x == default && exponent < 0) return ComplexArithmetic.Reciprocal(x);
        Complex result = Complex.One, square = x;
        for (int rest = Math.Abs(exponent); rest != 0; rest >>= 1, square *= square)
            if ((rest & 1) == 1) result *= square;
        return (Complex64)(exponent < 0 ? 1 / result : result);
    }
}
