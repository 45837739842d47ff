namespace Tangent;

/// <summary>Numbers of a few bits, in uint8, as floats.</summary>
internal static class SmallNumbers
{
    /// <summary>The largest of 4 bits.</summary>
    public const float LargestE2M1 = 6;

    /// <summary>4 bits: sign, 2 of exponent with a bias of 1, 1 of mantissa. Their fields are moved to those of float16, whose exponents have a bias of 15.</summary>
    public static NDArray FromE2M1(NDArray codes)
    {
        NDArray bits = Mx.AsType(codes, DType.UInt16);
        NDArray half = Mx.View(Mx.LeftShift(Mx.BitwiseAnd(bits, 8), 12) + Mx.LeftShift(Mx.BitwiseAnd(bits, 7), 9), DType.Float16);
        return Mx.AsType(half, DType.Float32) * (1 << 14);
    }

    /// <summary>8 bits of exponent with a bias of 127, the lowest of which is subnormal in float32; 255 is NaN.</summary>
    public static NDArray FromE8M0(NDArray codes)
    {
        NDArray bits = Mx.LeftShift(Mx.AsType(codes, DType.UInt32), 23);
        return Mx.View(Mx.Where(Mx.Equal(codes, 0), 1 << 22, Mx.Where(Mx.Equal(codes, 255), 0x7FC0_0000, bits)), DType.Float32);
    }
}
