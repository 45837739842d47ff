namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>Distance from the exact value in units of its last place.</summary>
internal static class Ulp
{
    /// <summary>For a double result; ∞ counts as 2¹⁰²⁴, the next number after the largest.</summary>
    public static double Error(double actual, BigReal exact) => Error(actual, exact, 53, -1074, 1024);

    /// <summary>For a float result against a much better double.</summary>
    public static double Error(float actual, double exact)
    {
        if (float.IsNaN(actual) || double.IsNaN(exact)) return float.IsNaN(actual) && double.IsNaN(exact) ? 0 : double.PositiveInfinity;
        double limit = Math.ScaleB(1, 128);
        double value = float.IsInfinity(actual) ? Math.CopySign(limit, actual) : actual;
        double target = Math.Abs(exact) > limit ? Math.CopySign(limit, exact) : exact;
        if (value == target) return 0;
        int scale = target == 0 ? -149 : Math.Max(Math.Min(Math.ILogB(target), 127) - 23, -149);
        return Math.ScaleB(Math.Abs(value - target), -scale);
    }

    private static double Error(double actual, BigReal exact, int bits, int smallest, int overflow)
    {
        if (double.IsNaN(actual)) return double.PositiveInfinity;
        BigReal limit = BigReal.One.TimesPowerOfTwo(overflow);
        BigReal value = double.IsInfinity(actual) ? (actual > 0 ? limit : -limit) : actual;
        BigReal target = BigReal.Abs(exact) > limit ? (exact.Sign > 0 ? limit : -limit) : exact;
        int scale = target.IsZero ? smallest : Math.Max(Math.Min(target.Scale, overflow - 1) + 1 - bits, smallest);
        BigReal difference = BigReal.Abs(value - target);
        return difference.IsZero || difference.Scale < scale - 60 ? 0 : (double)difference.TimesPowerOfTwo(-scale);
    }
}
