namespace Tangent;

/// <summary>Numbers of eight bits: sign, 4 bits of exponent with a bias of 7, 3 of mantissa; no infinities.</summary>
internal static class Fp8
{
    /// <summary>The largest number.</summary>
    public const float Largest = 448;

    /// <summary>The number whose bits are given to NaN, the one step after the largest.</summary>
    public const float NaN = 480;

    /// <summary>The smallest number above 0, 2^-9.</summary>
    public const float Smallest = 1f / 512;

    /// <summary>The smallest number with all its digits, 2^-6.</summary>
    public const float SmallestNormal = 1f / 64;

    /// <summary>
    /// The largest power of two that is no greater, of float32 numbers that this scales within their range: Rump's unit in the first
    /// place, of operations that round to nearest. Checked for every number from 2^-7 to 480.
    /// </summary>
    public static NDArray PowerOfTwoWithin(NDArray x)
    {
        NDArray scaled = x * ((1 << 23) + 1);
        return Mx.Abs(scaled - (scaled * (1 - (0.5 / (1 << 23)))));
    }
}
