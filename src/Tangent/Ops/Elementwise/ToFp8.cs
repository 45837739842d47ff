namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Floating numbers as eight bits in uint8: sign, 4 bits of exponent, 3 of mantissa (E4M3 of the Open Compute Project),
    /// rounded to nearest, ties to even. Numbers beyond ±448 and infinities become ±448; NaN stays NaN (MLX makes it ±448).
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="x"/> is not of real floating numbers.</exception>
    [Mlx("core.to_fp8")]
    public static NDArray ToFp8(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!x.DType.IsInexact || x.DType.IsComplex)
            throw new ArgumentException($"ToFp8: x is {x.DType.Name()}; it must be of real floating numbers.", nameof(x));
        NDArray number = StopGradient(x.DType == DType.Float64 ? x : AsType(x, DType.Float32));
        NDArray magnitude = Where(IsNaN(number), Fp8.NaN, Minimum(Abs(number), Fp8.Largest));
        // Exponents as float32 has them, with its bias of 127. The lowest is that of the smallest normal number, 2^-6: below
        // it steps are equal. A float64 that float32 rounds up to a power of two is 8 steps of that power after rounding too.
        NDArray exponent = Maximum(RightShift(View(AsType(magnitude, DType.Float32), DType.Int32), 23), 121);
        NDArray step = View(LeftShift(exponent - 3, 23), DType.Float32);
        NDArray steps = AsType(Round(magnitude / step), DType.Int32);
        NDArray sign = RightShift(View(AsType(number, DType.Float32), DType.UInt32), 31);
        return AsType((AsType(sign, DType.Int32) * 128) + ((exponent - 121) * 8) + steps, DType.UInt8);
    }
}
