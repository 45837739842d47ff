using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Arithmetic of complex numbers, ordered by the real part first, then by the imaginary part.</summary>
internal readonly struct Complex64Arithmetic : IArithmetic<Complex64>
{
    public static Complex64 Zero => default;
    public static Complex64 One => new(1, 0);
    public static Complex64 Lowest => new(float.NegativeInfinity, float.NegativeInfinity);
    public static Complex64 Highest => new(float.PositiveInfinity, float.PositiveInfinity);

    public static Complex64 Add(Complex64 x, Complex64 y) => ComplexArithmetic.Add(x, y);
    public static Complex64 Multiply(Complex64 x, Complex64 y) => ComplexArithmetic.Multiply(x, y);
    public static Complex64 Maximum(Complex64 x, Complex64 y) => ComplexArithmetic.Maximum(x, y);
    public static Complex64 Minimum(Complex64 x, Complex64 y) => ComplexArithmetic.Minimum(x, y);
    public static bool Less(Complex64 x, Complex64 y) => ComplexArithmetic.IsLess(x, y);
    public static bool IsNaN(Complex64 x) => ComplexArithmetic.IsNaN(x);

    public static Complex64 LogAddExp(Complex64 x, Complex64 y)
    {
        (Complex64 small, Complex64 large) = x.Real < y.Real ? (x, y) : (y, x);
        if (float.IsInfinity(large.Real))
            return large;
        Complex ratio = Complex.Exp((Complex)small - (Complex)large);
        return (Complex64)((Complex)large + Complex.Log(1 + ratio));
    }
}
