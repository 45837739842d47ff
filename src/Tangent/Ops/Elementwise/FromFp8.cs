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
        // In float32, which has vectors for all of this, and all is exact: the power of two is rounded to an integer up to 2^15.
        NDArray bits = AsType(x, DType.Float32);
        NDArray unsigned = Where(bits >= 0x80, bits - 0x80, bits), field = Floor(unsigned / 8), mantissa = unsigned - (field * 8);
        NDArray power = Round(Exp(Maximum(field, 1) * Math.Log(2)));
        NDArray steps = Where(field == 0, mantissa, mantissa + 8) * power;
        NDArray magnitude = Where(unsigned == 0x7F, double.NaN, steps * (Fp8.Smallest / 2));
        return AsType(Where(bits >= 0x80, -magnitude, magnitude), dtype);
    }
}
