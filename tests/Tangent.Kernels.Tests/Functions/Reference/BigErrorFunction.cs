namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>The error function and its inverse to about 30 digits of their distance from ±1.</summary>
internal static class BigErrorFunction
{
    private static BigReal TwoOverRootPi { get; } = BigReal.One.TimesPowerOfTwo(1) / BigReal.Sqrt(BigConstants.Pi);

    /// <summary>2/√π·e^(−x²)·Σ 2ᵏ·x^(2k+1)/(2k+1)!!, whose terms all have one sign.</summary>
    public static BigReal Erf(BigReal x)
    {
        if (x.Scale >= 3) return x.Sign;
        BigReal square = x * x, term = x, sum = x;
        for (int k = 3; !term.IsZero && term.Scale > sum.Scale - BigReal.Precision; k += 2)
        {
            term = term * square.TimesPowerOfTwo(1) / k;
            sum += term;
        }
        return TwoOverRootPi * BigExponential.Exp(-square) * sum;
    }

    /// <summary>Two Newton steps from a guess that is good to single precision or better.</summary>
    public static BigReal ErfInv(BigReal x, double guess)
    {
        BigReal y = guess;
        for (int i = 0; i < 2; i++)
            y -= (Erf(y) - x) * BigExponential.Exp(y * y) / TwoOverRootPi;
        return y;
    }
}
