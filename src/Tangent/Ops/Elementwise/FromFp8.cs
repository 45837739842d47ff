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
        NDArray bits = AsType(x, DType.Int32), field = BitwiseAnd(RightShift(bits, 3), 15), mantissa = BitwiseAnd(bits, 7);
        // Every number is a multiple of the smallest one, by an integer below 2^18.
        NDArray steps = Where(field == 0, mantissa, LeftShift(mantissa + 8, field - 1));
        NDArray magnitude = Where(BitwiseAnd(bits, 0x7F) == 0x7F, double.NaN, AsType(steps, DType.Float32) * Fp8.Smallest);
        return AsType(Where(bits >= 0x80, -magnitude, magnitude), dtype);
    }
}
