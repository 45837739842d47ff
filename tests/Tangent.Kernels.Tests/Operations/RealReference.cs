namespace Tangent.Kernels.Tests.Operations;

/// <summary>Operations on real numbers in float64, by the platform's functions where it has them.</summary>
internal static class RealReference
{
    public static double Unary(ScalarOp op, double x) => op switch
    {
        ScalarOp.Negate => -x,
        ScalarOp.Abs => Math.Abs(x),
        ScalarOp.Sign => double.IsNaN(x) ? 0 : Math.Sign(x),
        ScalarOp.Floor => Math.Floor(x),
        ScalarOp.Ceiling => Math.Ceiling(x),
        ScalarOp.Truncate => Math.Truncate(x),
        ScalarOp.Round => Math.Round(x, MidpointRounding.ToEven),
        ScalarOp.Sqrt => Math.Sqrt(x),
        ScalarOp.Rsqrt => 1 / Math.Sqrt(x),
        ScalarOp.Square => x * x,
        ScalarOp.OneMinusSquare => Math.FusedMultiplyAdd(-x, x, 1),
        ScalarOp.Reciprocal => 1 / x,
        ScalarOp.Exp => Math.Exp(x),
        ScalarOp.Expm1 => Expm1(x),
        ScalarOp.Log => Math.Log(x),
        ScalarOp.Log1p => Log1p(x),
        ScalarOp.Log2 => Math.Log2(x),
        ScalarOp.Log10 => Math.Log10(x),
        _ => Circular(op, x),
    };

    public static double Binary(ScalarOp op, double x, double y) => op switch
    {
        ScalarOp.Add => x + y,
        ScalarOp.Subtract => x - y,
        ScalarOp.Multiply => x * y,
        ScalarOp.Divide => x / y,
        ScalarOp.FloorDivide => FloorDivide(x, y),
        ScalarOp.Remainder => Remainder(x, y),
        ScalarOp.Power => Math.Pow(x, y),
        ScalarOp.ArcTan2 => Math.Atan2(x, y),
        ScalarOp.LogAddExp => LogAddExp(x, y),
        ScalarOp.Maximum => Math.Max(x, y),
        ScalarOp.Minimum => Math.Min(x, y),
        _ => throw new ArgumentException($"{op}", nameof(op)),
    };

    private static double Circular(ScalarOp op, double x) => op switch
    {
        ScalarOp.Sin => Math.Sin(x),
        ScalarOp.Cos => Math.Cos(x),
        ScalarOp.Tan => Math.Tan(x),
        ScalarOp.Sinh => Math.Sinh(x),
        ScalarOp.Cosh => Math.Cosh(x),
        ScalarOp.Tanh => Math.Tanh(x),
        ScalarOp.ArcSin => Math.Asin(x),
        ScalarOp.ArcCos => Math.Acos(x),
        ScalarOp.ArcTan => Math.Atan(x),
        ScalarOp.ArcSinh => Math.Asinh(x),
        ScalarOp.ArcCosh => Math.Acosh(x),
        ScalarOp.ArcTanh => Math.Atanh(x),
        ScalarOp.Sigmoid => 1 / (1 + Math.Exp(-x)),
        ScalarOp.Erf => Erf(x),
        ScalarOp.ErfInv => ErfInv(x),
        _ => throw new ArgumentException($"{op}", nameof(op)),
    };

    // What rounding loses of 1 + x is made good by a quotient of two values that both lack it (W. Kahan).
    private static double Log1p(double x)
    {
        double sum = 1 + x;
        return sum == 1 || double.IsPositiveInfinity(sum) ? x : Math.Log(sum) * (x / (sum - 1));
    }

    private static double Expm1(double x)
    {
        double power = Math.Exp(x);
        return Math.Abs(x) > 0.5 ? power - 1 : power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }

    // By the remainder, which is exact.
    private static double FloorDivide(double x, double y)
    {
        double rest = x % y, whole = Math.Round((x - rest) / y);
        return double.IsNaN(whole) || whole == 0 && rest == 0 ? Math.Floor(x / y) : rest != 0 && rest < 0 != y < 0 ? whole - 1 : whole;
    }

    private static double Remainder(double x, double y)
    {
        double rest = x % y;
        return rest != 0 && rest < 0 != y < 0 ? rest + y : rest;
    }

    private static double LogAddExp(double x, double y)
    {
        double high = Math.Max(x, y);
        return double.IsInfinity(high) || double.IsNaN(high) ? high : high + Log1p(Math.Exp(Math.Min(x, y) - high));
    }

    // The series of erf around 0: sum of (2x²)ⁿ·x / (1·3·…·(2n+1)), times 2/√π·e^(−x²).
    private static double Erf(double x)
    {
        if (!(Math.Abs(x) < 6))
            return double.IsNaN(x) ? x : Math.Sign(x);
        double term = x, sum = x;
        for (int n = 1; n < 300; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    private static double ErfInv(double y)
    {
        if (!(Math.Abs(y) < 1))
            return Math.Abs(y) == 1 ? y / 0.0 : double.NaN;
        double low = -6, high = 6;
        for (int i = 0; i < 200; i++)
            (low, high) = Erf((low + high) / 2) < y ? ((low + high) / 2, high) : (low, (low + high) / 2);
        return y == 0 ? y : (low + high) / 2;
    }
}
