using System.Numerics;

namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>Circular functions and their inverses to about 45 digits, huge arguments included.</summary>
internal static class BigTrigonometry
{
    public static BigReal Sin(BigReal x) => SinCos(x).Sin;

    public static BigReal Cos(BigReal x) => SinCos(x).Cos;

    public static BigReal Tan(BigReal x)
    {
        (BigReal sin, BigReal cos) = SinCos(x);
        return sin / cos;
    }

    /// <summary>With y the double result, arctan x = y + arctan((x − tan y)/(1 + x·tan y)), whose last part is tiny.</summary>
    public static BigReal ArcTan(BigReal x)
    {
        if (x.IsZero) return x;
        if (x.Scale > 1000) return (x.Sign > 0 ? HalfPi : -HalfPi) - BigReal.One / x;
        BigReal y = x.Scale < -200 ? x : (BigReal)Math.Atan((double)x);
        (BigReal sin, BigReal cos) = SinCos(y);
        BigReal rest = (x * cos - sin) / (cos + x * sin);
        return y + rest - rest * rest * rest / 3;
    }

    public static BigReal ArcTan2(BigReal y, BigReal x)
    {
        if (BigReal.Abs(x) > BigReal.Abs(y))
        {
            BigReal angle = ArcTan(y / x);
            return x.Sign > 0 ? angle : y.Sign < 0 ? angle - Pi : angle + Pi;
        }
        BigReal quarter = y.Sign < 0 ? -HalfPi : HalfPi;
        return quarter - ArcTan(x / y);
    }

    public static BigReal ArcSin(BigReal x) =>
        (BigReal.Abs(x) - 1).IsZero
            ? (x.Sign > 0 ? HalfPi : -HalfPi)
            : ArcTan(x / BigReal.Sqrt((1 - x) * (x + 1)));

    public static BigReal ArcCos(BigReal x) =>
        (x + 1).IsZero ? Pi : ArcTan(BigReal.Sqrt((1 - x) / (x + 1))).TimesPowerOfTwo(1);

    private static BigReal Pi { get; } = BigReal.Rounded(BigConstants.Pi, BigReal.Precision);

    private static BigReal HalfPi { get; } = Pi.TimesPowerOfTwo(-1);

    private static (BigReal Sin, BigReal Cos) SinCos(BigReal x)
    {
        BigReal r = Reduce(x, out int quadrant);
        BigReal sin = SinSeries(r), cos = CosSeries(r);
        return quadrant switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>x − n·π/2 with |r| at most π/4; the product is exact, so nothing cancels.</summary>
    private static BigReal Reduce(BigReal x, out int quadrant)
    {
        quadrant = 0;
        if (x.Scale < -1) return x;
        BigReal halfPi = BigConstants.Pi.TimesPowerOfTwo(-1);
        BigInteger n = Nearest(x, halfPi);
        quadrant = (int)(n & 3);
        return BigReal.Rounded(BigReal.AddExact(x, -BigReal.MultiplyExact(new(n, 0), halfPi)), BigReal.Precision);
    }

    private static BigInteger Nearest(BigReal x, BigReal step)
    {
        int shift = x.Exponent - step.Exponent;
        BigInteger numerator = shift > 0 ? x.Mantissa << shift : x.Mantissa;
        BigInteger denominator = shift > 0 ? step.Mantissa : step.Mantissa << -shift;
        BigInteger doubled = 2 * numerator + denominator;
        BigInteger quotient = BigInteger.DivRem(doubled, 2 * denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    private static BigReal SinSeries(BigReal r) => Series(r, r, 1);

    private static BigReal CosSeries(BigReal r) => Series(BigReal.One, r, 0);

    private static BigReal Series(BigReal term, BigReal r, int start)
    {
        BigReal square = -(r * r), sum = term;
        for (int k = start + 1; !term.IsZero && term.Scale > sum.Scale - BigReal.Precision; k += 2)
        {
            term = term * square / (k * (k + 1));
            sum += term;
        }
        return sum;
    }
}
