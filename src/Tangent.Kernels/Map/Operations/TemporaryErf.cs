namespace Tangent.Kernels;

internal static class TemporaryErf
{
    public static double Erf(double x)
    {
        if (double.IsNaN(x)) return x;
        double a = Math.Abs(x);
        if (a > 6) return Math.Sign(x);
        double term = x, sum = x;
        for (int n = 1; n < 400 && Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    public static double Inverse(double y)
    {
        if (!(Math.Abs(y) < 1)) return Math.Abs(y) == 1 ? y / 0.0 : double.NaN;
        double w = Math.Log(1 - y * y), t = 2 / (Math.PI * 0.147) + w / 2;
        double x = Math.CopySign(Math.Sqrt(Math.Sqrt(t * t - w / 0.147) - t), y);
        for (int i = 0; i < 3; i++)
            x -= (Erf(x) - y) / (2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x));
        return x;
    }

    public static double Remainder(double x, double y)
    {
        double r = Math.IEEERemainder(x, y);
        return r != 0 && (r < 0) != (y < 0) ? r + y : r;
    }

    public static double LogAddExp(double x, double y)
    {
        double high = Math.Max(x, y), low = Math.Min(x, y);
        return double.IsInfinity(high) && high == low || double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
