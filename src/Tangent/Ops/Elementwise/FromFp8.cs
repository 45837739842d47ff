namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The numbers that eight bits stand for, as <see cref="ToFp8"/> makes them: sign, 4 bits of exponent, 3 of mantissa.
    /// Exact in every floating type. The bits 0x7F and 0xFF are NaN (MLX reads them as ±480).
    /// </summary>
    /// <param name="x">The bits, uint8.</param>
    /// <param name="dtype">The type of the result, real and floating.</param>
    /// <exception cref="ArgumentException"><paramref name="x"/> is not uint8, or <paramref name="dtype"/> is no real floating type.</exception>
    [Mlx("core.from_fp8")]
    public static NDArray FromFp8(NDArray x, DType dtype = DType.BFloat16)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.DType != DType.UInt8)
            throw new ArgumentException($"FromFp8: x is {x.DType.Name()}; it must be uint8.", nameof(x));
        if (!dtype.IsInexact || dtype.IsComplex)
            throw new ArgumentException($"FromFp8: dtype is {dtype.Name()}; it must be a real floating type.", nameof(dtype));
        NDArray bits = AsType(x, DType.UInt16);
        // The fields moved to those of float16, whose exponents have a bias of 15 instead of 7: a factor of 2^8.
        NDArray half = View(LeftShift(BitwiseAnd(bits, 0x80), 8) + LeftShift(BitwiseAnd(bits, 0x7F), 7), DType.Float16);
        NDArray number = AsType(half, dtype) * 256;
        return Where(Abs(number) == Fp8.NaN, double.NaN, number);
    }
}
