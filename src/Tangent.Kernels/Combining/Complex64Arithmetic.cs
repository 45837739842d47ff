using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Arithmetic of complex numbers, ordered by the real part first, then by the imaginary part.</summary>
internal readonly struct Complex64Arithmetic : IArithmetic<Complex64>
{
    public static Complex64 Zero => default;
    public static Complex64 One => new(1, 0);
    public static Complex64 Lowest => new(float.NegativeInfinity, float.NegativeInfinity);
    public static Complex64 Highest => new(float.PositiveInfinity, float.PositiveInfinity);

    public static Complex64 Add(Complex64 x, Complex64 y) => new(x.Real + y.Real, x.Imaginary + y.Imaginary);

    public static Complex64 Multiply(Complex64 x, Complex64 y) =>
        new(x.Real * y.Real - x.Imaginary * y.Imaginary, x.Real * y.Imaginary + x.Imaginary * y.Real);

    public static Complex64 Maximum(Complex64 x, Complex64 y) => IsNaN(x) || (!IsNaN(y) && !Less(x, y)) ? x : y;

    public static Complex64 Minimum(Complex64 x, Complex64 y) => IsNaN(x) || (!IsNaN(y) && !Less(y, x)) ? x : y;

    public static bool Less(Complex64 x, Complex64 y) =>
        x.Real < y.Real || (x.Real == y.Real && x.Imaginary < y.Imaginary);

    public static bool IsNaN(Complex64 x) => float.IsNaN(x.Real) || float.IsNaN(x.Imaginary);

    public static Complex64 LogAddExp(Complex64 x, Complex64 y)
    {
        (Complex64 small, Complex64 large) = x.Real < y.Real ? (x, y) : (y, x);
        if (float.IsInfinity(large.Real))
            return large;
        Complex ratio = Complex.Exp((Complex)small - (Complex)large);
        return (Complex64)((Complex)large + Complex.Log(1 + ratio));
    }
}
