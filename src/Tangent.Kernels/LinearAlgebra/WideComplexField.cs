using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Complex numbers of two float64, in which complex64 is computed where errors would add up.</summary>
internal readonly unsafe struct WideComplexField : IField<Complex>
{
    public static DType DType => DType.Complex64;

    public static Complex Make(double real, double imaginary) => new(real, imaginary);

    public static double Real(Complex x) => x.Real;

    public static double Imaginary(Complex x) => x.Imaginary;

    public static Complex Conjugate(Complex x) => new(x.Real, -x.Imaginary);

    public static Complex Add(Complex x, Complex y) => x + y;

    public static Complex Subtract(Complex x, Complex y) => x - y;

    public static Complex Multiply(Complex x, Complex y) => x * y;

    public static Complex Divide(Complex x, Complex y) => x / y;

    public static double Magnitude(Complex x) => Complex.Abs(x);

    public static Complex Dot(Complex* x, Complex* y, int count)
    {
        Complex sum = default;
        for (int i = 0; i < count; i++)
            sum += x[i] * y[i];
        return sum;
    }

    public static Complex ConjugateDot(Complex* x, Complex* y, int count)
    {
        Complex sum = default;
        for (int i = 0; i < count; i++)
            sum += Conjugate(x[i]) * y[i];
        return sum;
    }

    public static void SubtractRows(Complex* y, Complex* x, long stride, Complex* factors, int rows, int count)
    {
        for (int j = 0; j < rows; j++, x += stride)
            for (int i = 0; i < count; i++)
                y[i] -= factors[j] * x[i];
    }

    public static void DivideRow(Complex* x, Complex divisor, int count) => FieldRows<Complex, WideComplexField>.Divide(x, divisor, count);

    public static int Largest(Complex* x, int count) => FieldRows<Complex, WideComplexField>.Largest(x, count);

    public static void Rotate(Complex* x, Complex* y, double c, double s, int count) =>
        RealField<double>.Rotate((double*)x, (double*)y, c, s, 2 * count);

    public static void Reflect(Complex* x, Complex* y, Complex* z, Complex second, Complex third, Complex factor, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Complex part = factor * (x[i] + Conjugate(second) * y[i] + Conjugate(third) * z[i]);
            x[i] -= part;
            y[i] -= second * part;
            z[i] -= third * part;
        }
    }
}
