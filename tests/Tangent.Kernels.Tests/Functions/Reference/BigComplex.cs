namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>A complex number of two <see cref="BigReal"/> and the functions that all others are made of by definition.</summary>
internal readonly record struct BigComplex(BigReal Real, BigReal Imaginary)
{
    public static BigComplex I => new(0, 1);

    public static implicit operator BigComplex(Complex64 z) => new((double)z.Real, (double)z.Imaginary);

    public static implicit operator BigComplex(int x) => new(x, 0);

    public static BigComplex operator -(BigComplex x) => new(-x.Real, -x.Imaginary);

    public static BigComplex operator +(BigComplex x, BigComplex y) => new(x.Real + y.Real, x.Imaginary + y.Imaginary);

    public static BigComplex operator -(BigComplex x, BigComplex y) => x + -y;

    public static BigComplex operator *(BigComplex x, BigComplex y) =>
        new(x.Real * y.Real - x.Imaginary * y.Imaginary, x.Real * y.Imaginary + x.Imaginary * y.Real);

    public static BigComplex operator /(BigComplex x, BigComplex y)
    {
        BigReal square = y.Real * y.Real + y.Imaginary * y.Imaginary;
        BigComplex product = x * new BigComplex(y.Real, -y.Imaginary);
        return new(product.Real / square, product.Imaginary / square);
    }

    public static BigComplex Exp(BigComplex z)
    {
        BigReal modulus = BigExponential.Exp(z.Real);
        return new(modulus * BigTrigonometry.Cos(z.Imaginary), modulus * BigTrigonometry.Sin(z.Imaginary));
    }

    public static BigComplex Log(BigComplex z) => new(
        BigExponential.Log(z.Real * z.Real + z.Imaginary * z.Imaginary).TimesPowerOfTwo(-1),
        BigTrigonometry.ArcTan2(z.Imaginary, z.Real));

    public static BigComplex Sqrt(BigComplex z)
    {
        BigReal modulus = BigReal.Sqrt(z.Real * z.Real + z.Imaginary * z.Imaginary);
        BigReal real = BigReal.Sqrt((modulus + z.Real).TimesPowerOfTwo(-1)), imaginary = BigReal.Sqrt((modulus - z.Real).TimesPowerOfTwo(-1));
        return new(real, z.Imaginary.Sign < 0 ? -imaginary : imaginary);
    }

    public static BigComplex Sinh(BigComplex z) => (Exp(z) - Exp(-z)) / 2;

    public static BigComplex Cosh(BigComplex z) => (Exp(z) + Exp(-z)) / 2;

    public static BigComplex ArcSinh(BigComplex z) => Log(z + Sqrt(z * z + 1));

    public static BigComplex ArcTanh(BigComplex z) => (Log(1 + z) - Log(1 - z)) / 2;

    /// <summary>f turned by a right angle: −i·f(i·z).</summary>
    public static BigComplex Turned(Func<BigComplex, BigComplex> f, BigComplex z) => -I * f(I * z);
}
