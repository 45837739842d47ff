namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>Exponentials, logarithms and the hyperbolic functions made of them, to about 45 digits.</summary>
internal static class BigExponential
{
    public static BigReal Exp(BigReal x)
    {
        if (x.Scale > 13) return x.Sign > 0 ? BigReal.One.TimesPowerOfTwo(1 << 14) : BigReal.One.TimesPowerOfTwo(-(1 << 14));
        int n = (int)Math.Round((double)x * 1.4426950408889634);
        BigReal r = (x - n * BigConstants.Ln2).TimesPowerOfTwo(-8);
        BigReal sum = Expm1Series(r) + 1;
        for (int i = 0; i < 8; i++) sum *= sum;
        return sum.TimesPowerOfTwo(n);
    }

    public static BigReal Expm1(BigReal x) => x.Scale < -2 ? Expm1Series(x) : Exp(x) - 1;

    /// <summary>One Halley step from the double result, which cubes its error.</summary>
    public static BigReal Log(BigReal x)
    {
        int n = x.Scale;
        BigReal m = x.TimesPowerOfTwo(-n);
        if ((double)m > 1.5)
        {
            m = m.TimesPowerOfTwo(-1);
            n++;
        }
        BigReal guess = Math.Log((double)m), e = Exp(guess);
        return guess + (m - e).TimesPowerOfTwo(1) / (m + e) + n * BigConstants.Ln2;
    }

    /// <summary>log(1 + x) = 2·artanh(x / (2 + x)) near 0.</summary>
    public static BigReal Log1p(BigReal x)
    {
        if (x.Scale >= -2) return Log(x + 1);
        BigReal s = x / (x + 2), square = s * s, power = s, sum = s;
        for (int k = 3; !power.IsZero && power.Scale > sum.Scale - BigReal.Precision; k += 2)
        {
            power *= square;
            sum += power / k;
        }
        return sum.TimesPowerOfTwo(1);
    }

    public static BigReal Sinh(BigReal x)
    {
        BigReal m = Expm1(BigReal.Abs(x)), result = (m + m / (m + 1)).TimesPowerOfTwo(-1);
        return x.Sign < 0 ? -result : result;
    }

    public static BigReal Cosh(BigReal x)
    {
        BigReal e = Exp(x);
        return (e + BigReal.One / e).TimesPowerOfTwo(-1);
    }

    public static BigReal Tanh(BigReal x)
    {
        BigReal m = Expm1(x.TimesPowerOfTwo(1));
        return m / (m + 2);
    }

    public static BigReal ArcSinh(BigReal x)
    {
        BigReal a = BigReal.Abs(x);
        BigReal result = Log1p(a + a * a / (BigReal.Sqrt(a * a + 1) + 1));
        return x.Sign < 0 ? -result : result;
    }

    public static BigReal ArcCosh(BigReal x)
    {
        BigReal t = x - 1;
        return Log1p(t + BigReal.Sqrt(t * (t + 2)));
    }

    public static BigReal ArcTanh(BigReal x) => Log1p(x.TimesPowerOfTwo(1) / (1 - x)).TimesPowerOfTwo(-1);

    public static BigReal Sigmoid(BigReal x) => BigReal.One / (Exp(-x) + 1);

    private static BigReal Expm1Series(BigReal r)
    {
        BigReal term = r, sum = r;
        for (int k = 2; !term.IsZero && term.Scale > sum.Scale - BigReal.Precision; k++)
        {
            term = term * r / k;
            sum += term;
        }
        return sum;
    }
}
