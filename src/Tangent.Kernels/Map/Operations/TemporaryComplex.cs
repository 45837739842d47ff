using System.Numerics;

namespace Tangent.Kernels;

internal static class TemporaryComplex
{
    private static Complex64 Of(Complex value) => (Complex64)value;
    public static Complex64 Exp(Complex64 x) => Of(Complex.Exp(x));
    public static Complex64 Expm1(Complex64 x) => Of(Complex.Exp(x) - 1);
    public static Complex64 Log(Complex64 x) => Of(Complex.Log(x));
    public static Complex64 Log1p(Complex64 x) => Of(Complex.Log((Complex)x + 1));
    public static Complex64 Log2(Complex64 x) => Of(Complex.Log(x) / Math.Log(2));
    public static Complex64 Log10(Complex64 x) => Of(Complex.Log10(x));
    public static Complex64 Sin(Complex64 x) => Of(Complex.Sin(x));
    public static Complex64 Cos(Complex64 x) => Of(Complex.Cos(x));
    public static Complex64 Tan(Complex64 x) => Of(Complex.Tan(x));
    public static Complex64 Sinh(Complex64 x) => Of(Complex.Sinh(x));
    public static Complex64 Cosh(Complex64 x) => Of(Complex.Cosh(x));
    public static Complex64 Tanh(Complex64 x) => Of(Complex.Tanh(x));
    public static Complex64 ArcSin(Complex64 x) => Of(Complex.Asin(x));
    public static Complex64 ArcCos(Complex64 x) => Of(Complex.Acos(x));
    public static Complex64 ArcTan(Complex64 x) => Of(Complex.Atan(x));
    public static Complex64 ArcSinh(Complex64 x) => Of(Complex.Log((Complex)x + Complex.Sqrt((Complex)x * x + 1)));
    public static Complex64 ArcCosh(Complex64 x) => Of(Complex.Log((Complex)x + Complex.Sqrt((Complex)x + 1) * Complex.Sqrt((Complex)x - 1)));
    public static Complex64 ArcTanh(Complex64 x) => Of((Complex.Log(1 + (Complex)x) - Complex.Log(1 - (Complex)x)) / 2);
    public static Complex64 Sqrt(Complex64 x) => Of(Complex.Sqrt(x));
    public static Complex64 Rsqrt(Complex64 x) => Of(1 / Complex.Sqrt(x));
    public static Complex64 Sigmoid(Complex64 x) => Of(1 / (1 + Complex.Exp(-(Complex)x)));
    public static Complex64 Power(Complex64 x, Complex64 y) => Of(Complex.Pow(x, y));
    public static Complex64 LogAddExp(Complex64 x, Complex64 y) => Of(Complex.Log(Complex.Exp(x) + Complex.Exp(y)));
}
