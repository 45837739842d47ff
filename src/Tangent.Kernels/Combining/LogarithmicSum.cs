namespace Tangent.Kernels;

/// <summary>The logarithm of a sum of exponentials.</summary>
internal static class LogarithmicSum
{
    /// <summary>log(exp(x) + exp(y)) = max + log1p(exp(min - max)); NaN if either is NaN.</summary>
    public static double Of(double x, double y)
    {
        double large = Math.Max(x, y);
        if (double.IsInfinity(large) || double.IsNaN(large))
            return large;
        return large + LogOnePlus(Math.Exp(Math.Min(x, y) - large));
    }

    /// <summary>
    /// log(1 + x) for 0 ≤ x ≤ 1. The rounding of u = 1 + x is undone by the factor x / (u - 1)
    /// (W. Kahan; D. Goldberg, ACM Computing Surveys 23, 1991, theorem 4: within 5 ulp).
    /// </summary>
    private static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }
}
