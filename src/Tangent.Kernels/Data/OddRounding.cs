using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Numbers as float32 on the way to a 16-bit floating type: what is not exact is cut off and its last bit set, so that the rounding
/// that follows sees on which side of a half it was (rounding to odd; Boldo and Melquiond, 2008).
/// </summary>
internal static class OddRounding
{
    public static float ToSingle(double x)
    {
        float nearest = (float)x;
        if (nearest == x || double.IsNaN(x))
            return nearest;
        // What rounded away from zero steps back: an infinity to the largest number too.
        uint bits = BitConverter.SingleToUInt32Bits(nearest);
        return BitConverter.UInt32BitsToSingle((Math.Abs((double)nearest) > Math.Abs(x) ? bits - 1 : bits) | 1);
    }

    /// <summary>Integers of 64 bits.</summary>
    public static float ToSingle(ulong x)
    {
        int surplus = 40 - BitOperations.LeadingZeroCount(x);
        if (surplus <= 0)
            return x;
        ulong step = 1UL << surplus, kept = x & ~(step - 1);
        return kept == x ? x : kept | step;
    }

    /// <summary>Integers of 64 bits.</summary>
    public static float ToSingle(long x) => x < 0 ? -ToSingle(unchecked((ulong)-x)) : ToSingle((ulong)x);
}
