using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Square roots of complex numbers, the principal ones: Re ≥ 0, cut along the negative real axis.</summary>
internal static class ComplexRoot
{
    public static Complex64 Sqrt(Complex64 x) => (Complex64)Sqrt((Complex)x);

    public static Complex64 Rsqrt(Complex64 x)
    {
        Complex root = Sqrt((Complex)x);
        double square = root.Real * root.Real + root.Imaginary * root.Imaginary;
        return square > 0 && double.IsFinite(square)
            ? new((float)(root.Real / square), (float)(-root.Imaginary / square))
            : ComplexArithmetic.Reciprocal((Complex64)root);
    }

    /// <summary>
    /// t = √((|x| + |z|)/2) is one part up to sign and |y|/(2t) the other, so nothing cancels. For parts whose squares
    /// are finite doubles, as those of floats are; special values follow ISO C, annex G.
    /// </summary>
    internal static Complex Sqrt(Complex z)
    {
        double x = z.Real, y = z.Imaginary;
        if (x == 0 && y == 0) return new(0, y);
        if (double.IsInfinity(y)) return new(double.PositiveInfinity, y);
        if (double.IsInfinity(x) && double.IsNaN(y)) return x > 0 ? new(x, y) : new(y, double.PositiveInfinity);
        double t = Math.Sqrt((Math.Abs(x) + Math.Sqrt(x * x + y * y)) / 2);
        return x >= 0 ? new(t, y / (2 * t)) : new(Math.Abs(y) / (2 * t), Math.CopySign(t, y));
    }
}
