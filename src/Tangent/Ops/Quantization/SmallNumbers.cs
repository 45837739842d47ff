namespace Tangent;

/// <summary>Numbers of a few bits, in uint8, as floats.</summary>
internal static class SmallNumbers
{
    /// <summary>The largest of 4 bits.</summary>
    public const float LargestE2M1 = 6;

    /// <summary>4 bits: sign, 2 of exponent, 1 of mantissa. Of the magnitudes 0, ½, 1, 1½, 2, 3, 4, 6 the first five are halves of their codes, the next two 2 less.</summary>
    public static NDArray FromE2M1(NDArray codes)
    {
        NDArray number = Mx.AsType(codes, DType.Float32), isNegative = Mx.GreaterEqual(number, 8);
        NDArray code = Mx.Where(isNegative, number - 8, number);
        NDArray magnitude = Mx.Where(Mx.Less(code, 5), code * 0.5, Mx.Where(Mx.Less(code, 7), code - 2, LargestE2M1));
        return Mx.Where(isNegative, -magnitude, magnitude);
    }

    /// <summary>8 bits of exponent with a bias of 127, the lowest of which is subnormal in float32; 255 is NaN.</summary>
    public static NDArray FromE8M0(NDArray codes)
    {
        NDArray bits = Mx.LeftShift(Mx.AsType(codes, DType.UInt32), 23);
        return Mx.View(Mx.Where(Mx.Equal(codes, 0), 1 << 22, Mx.Where(Mx.Equal(codes, 255), 0x7FC0_0000, bits)), DType.Float32);
    }
}
