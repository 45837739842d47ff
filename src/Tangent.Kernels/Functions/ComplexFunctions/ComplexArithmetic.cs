namespace Tangent.Kernels;

/// <summary>Arithmetic and order of complex numbers. Order is by the real part, then by the imaginary part.</summary>
internal static class ComplexArithmetic
{
    public static Complex64 Add(Complex64 x, Complex64 y) => new(x.Real + y.Real, x.Imaginary + y.Imaginary);

    public static Complex64 Subtract(Complex64 x, Complex64 y) => new(x.Real - y.Real, x.Imaginary - y.Imaginary);

    public static Complex64 Multiply(Complex64 x, Complex64 y) =>
        new(x.Real * y.Real - x.Imaginary * y.Imaginary, x.Real * y.Imaginary + x.Imaginary * y.Real);

    /// <summary>In float64, where no intermediate result overflows.</summary>
    public static Complex64 Divide(Complex64 x, Complex64 y)
    {
        double real = y.Real, imaginary = y.Imaginary, square = real * real + imaginary * imaginary;
        var quotient = new Complex64(
            (float)((x.Real * real + x.Imaginary * imaginary) / square),
            (float)((x.Imaginary * real - x.Real * imaginary) / square));
        return float.IsNaN(quotient.Real) && float.IsNaN(quotient.Imaginary) ? DivideExtremes(x, y) : quotient;
    }

    // Zeros and infinities by the rules of ISO C, annex G.5.1: a number over zero and an infinity over a number are
    // infinite, a number over an infinity is zero.
    private static Complex64 DivideExtremes(Complex64 x, Complex64 y)
    {
        if (y == default)
            return new(x.Real / y.Real, x.Imaginary / y.Real);
        if (IsInfinite(x) && IsFinite(y))
            return Scale(Multiply(Box(x), Conjugate(y)), float.PositiveInfinity);
        if (IsInfinite(y) && IsFinite(x))
            return Scale(Multiply(x, Conjugate(Box(y))), 0);
        return new(float.NaN, float.NaN);
    }

    private static bool IsInfinite(Complex64 x) => float.IsInfinity(x.Real) || float.IsInfinity(x.Imaginary);

    private static bool IsFinite(Complex64 x) => float.IsFinite(x.Real) && float.IsFinite(x.Imaginary);

    // The direction of an infinity: ±1 for an infinite part, ±0 for a finite one.
    private static Complex64 Box(Complex64 x) => new(Box(x.Real), Box(x.Imaginary));

    private static float Box(float x) => MathF.CopySign(float.IsInfinity(x) ? 1 : 0, x);

    private static Complex64 Scale(Complex64 x, float factor) => new(factor * x.Real, factor * x.Imaginary);

    public static Complex64 Negate(Complex64 x) => new(-x.Real, -x.Imaginary);

    public static Complex64 Conjugate(Complex64 x) => new(x.Real, -x.Imaginary);

    /// <summary>(1 − x)(1 + x), of which neither factor cancels.</summary>
    public static Complex64 OneMinusSquare(Complex64 x) => Multiply(new(1 - x.Real, -x.Imaginary), new(1 + x.Real, x.Imaginary));

    public static Complex64 Square(Complex64 x) => Multiply(x, x);

    public static Complex64 Reciprocal(Complex64 x) => Divide(new(1, 0), x);

    public static Complex64 Floor(Complex64 x) => new(MathF.Floor(x.Real), MathF.Floor(x.Imaginary));

    public static Complex64 Ceiling(Complex64 x) => new(MathF.Ceiling(x.Real), MathF.Ceiling(x.Imaginary));

    public static Complex64 Truncate(Complex64 x) => new(MathF.Truncate(x.Real), MathF.Truncate(x.Imaginary));

    public static Complex64 Round(Complex64 x) => new(MathF.Round(x.Real), MathF.Round(x.Imaginary));

    /// <summary>The modulus; in float64, where it does not overflow. Infinite if either part is, whatever the other.</summary>
    public static float Abs(Complex64 x) =>
        IsInfinite(x) ? float.PositiveInfinity : (float)Math.Sqrt((double)x.Real * x.Real + (double)x.Imaginary * x.Imaginary);

    /// <summary>x/|x|; 0 at 0, the direction of an infinity.</summary>
    public static Complex64 Sign(Complex64 x)
    {
        if (IsInfinite(x))
            return Sign(Box(x));
        double modulus = Math.Sqrt((double)x.Real * x.Real + (double)x.Imaginary * x.Imaginary);
        return modulus == 0 ? default : new((float)(x.Real / modulus), (float)(x.Imaginary / modulus));
    }

    public static float Real(Complex64 x) => x.Real;

    public static float Imaginary(Complex64 x) => x.Imaginary;

    public static Complex64 Make(float real, float imaginary) => new(real, imaginary);

    public static Complex64 FromReal(float real) => new(real, 0);

    /// <summary>Whether a complex number counts as true: its real part decides, as in every conversion to a real type.</summary>
    public static byte IsTrue(Complex64 x) => Byte(x.Real != 0);

    /// <summary>The larger; the first that holds a NaN, if any does.</summary>
    public static Complex64 Maximum(Complex64 x, Complex64 y) => IsNaN(x) || (!IsNaN(y) && !IsLess(x, y)) ? x : y;

    /// <summary>The smaller; the first that holds a NaN, if any does.</summary>
    public static Complex64 Minimum(Complex64 x, Complex64 y) => IsNaN(x) || (!IsNaN(y) && !IsLess(y, x)) ? x : y;

    public static byte Equal(Complex64 x, Complex64 y) => Byte(x.Real == y.Real && x.Imaginary == y.Imaginary);

    public static byte NotEqual(Complex64 x, Complex64 y) => Byte(x.Real != y.Real || x.Imaginary != y.Imaginary);

    public static byte Less(Complex64 x, Complex64 y) => Byte(IsLess(x, y));

    public static byte LessEqual(Complex64 x, Complex64 y) =>
        Byte(x.Real < y.Real || (x.Real == y.Real && x.Imaginary <= y.Imaginary));

    public static byte Greater(Complex64 x, Complex64 y) => Less(y, x);

    public static byte GreaterEqual(Complex64 x, Complex64 y) => LessEqual(y, x);

    /// <summary>Whether x comes before y; false if either holds a NaN that decides.</summary>
    public static bool IsLess(Complex64 x, Complex64 y) =>
        x.Real < y.Real || (x.Real == y.Real && x.Imaginary < y.Imaginary);

    /// <summary>Whether either part is NaN.</summary>
    public static bool IsNaN(Complex64 x) => float.IsNaN(x.Real) || float.IsNaN(x.Imaginary);

    private static byte Byte(bool value) => value ? (byte)1 : (byte)0;
}
