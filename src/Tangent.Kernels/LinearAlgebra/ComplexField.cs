namespace Tangent.Kernels;

/// <summary>complex64, rows of it by <see cref="ComplexRows"/>.</summary>
internal readonly unsafe struct ComplexField : IField<Complex64>
{
    public static DType DType => DType.Complex64;

    public static Complex64 Make(double real, double imaginary) => new((float)real, (float)imaginary);

    public static double Real(Complex64 x) => x.Real;

    public static double Imaginary(Complex64 x) => x.Imaginary;

    public static Complex64 Conjugate(Complex64 x) => new(x.Real, -x.Imaginary);

    public static Complex64 Add(Complex64 x, Complex64 y) => new(x.Real + y.Real, x.Imaginary + y.Imaginary);

    public static Complex64 Subtract(Complex64 x, Complex64 y) => new(x.Real - y.Real, x.Imaginary - y.Imaginary);

    public static Complex64 Multiply(Complex64 x, Complex64 y) =>
        new(x.Real * y.Real - x.Imaginary * y.Imaginary, x.Real * y.Imaginary + x.Imaginary * y.Real);

    // In float64, whose range holds the square of every float32.
    public static Complex64 Divide(Complex64 x, Complex64 y)
    {
        double a = x.Real, b = x.Imaginary, c = y.Real, d = y.Imaginary, square = c * c + d * d;
        return new((float)((a * c + b * d) / square), (float)((b * c - a * d) / square));
    }

    public static double Magnitude(Complex64 x) => Math.Sqrt((double)x.Real * x.Real + (double)x.Imaginary * x.Imaginary);

    public static Complex64 Dot(Complex64* x, Complex64* y, int count) => ComplexRows.Dot(x, y, count, false);

    public static Complex64 ConjugateDot(Complex64* x, Complex64* y, int count) => ComplexRows.Dot(x, y, count, true);

    public static void SubtractRows(Complex64* y, Complex64* x, long stride, Complex64* factors, int rows, int count) =>
        ComplexRows.SubtractRows(y, x, stride, factors, rows, count);

    public static void DivideRow(Complex64* x, Complex64 divisor, int count) => FieldRows<Complex64, ComplexField>.Divide(x, divisor, count);

    public static int Largest(Complex64* x, int count) => FieldRows<Complex64, ComplexField>.Largest(x, count);

    public static void Rotate(Complex64* x, Complex64* y, double c, double s, int count) =>
        RealField<float>.Rotate((float*)x, (float*)y, c, s, 2 * count);

    public static void Reflect(Complex64* x, Complex64* y, Complex64* z, Complex64 second, Complex64 third, Complex64 factor, int count) =>
        ComplexRows.Reflect(x, y, z, second, third, factor, count);
}
