namespace Tangent;

/// <summary>Numbers of eight bits: sign, 4 bits of exponent with a bias of 7, 3 of mantissa; no infinities.</summary>
internal static class Fp8
{
    /// <summary>The largest number.</summary>
    public const float Largest = 448;

    /// <summary>The number whose bits are given to NaN, the one step after the largest.</summary>
    public const float NaN = 480;
}
