using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// Numbers as float32 on the way to a 16-bit floating type: what is not exact is cut off towards zero and its last bit set, so
/// that the rounding that follows sees on which side of a half it was (rounding to odd; Boldo and Melquiond, 2008).
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

    /// <summary>The integer, whose bits below the first 24 count as one: no 16-bit type has a half of a last place among them.</summary>
    public static float ToSingle<T>(T x)
        where T : unmanaged, IBinaryInteger<T>
    {
        float nearest = float.CreateTruncating(x);
        int surplus = int.CreateTruncating(T.LeadingZeroCount(T.Zero)) - int.CreateTruncating(T.LeadingZeroCount(Magnitude(x))) - 24;
        if (surplus <= 0)
            return nearest;
        T step = T.One << surplus;
        T kept = x & ~(step - T.One);
        return float.CreateTruncating(kept == x ? x : kept | step);
    }

    private static T Magnitude<T>(T x) where T : IBinaryInteger<T> => T.IsNegative(x) ? ~x : x;
}
