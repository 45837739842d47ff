using System.Numerics;

namespace Tangent.Kernels.Tests.Functions.Reference;

/// <summary>Constants to 1400 bits, enough to reduce the largest double modulo π.</summary>
internal static class BigConstants
{
    private const int Bits = 1400;

    /// <summary>Machin: π = 16·arctan(1/5) − 4·arctan(1/239).</summary>
    public static BigReal Pi { get; } = new(16 * InverseSeries(5, true) - 4 * InverseSeries(239, true), -Bits);

    /// <summary>ln 2 = 2·artanh(1/3).</summary>
    public static BigReal Ln2 { get; } = new(2 * InverseSeries(3, false), -Bits);

    /// <summary>Σ (±1)ᵏ / ((2k+1)·n^(2k+1)), in units of 2^-1400.</summary>
    private static BigInteger InverseSeries(int n, bool alternate)
    {
        BigInteger power = (BigInteger.One << Bits) / n, sum = BigInteger.Zero;
        for (int k = 0; !power.IsZero; k++)
        {
            sum += alternate && (k & 1) == 1 ? -(power / (2 * k + 1)) : power / (2 * k + 1);
            power /= n * n;
        }
        return sum;
    }
}
