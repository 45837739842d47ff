namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Floating numbers as eight bits in uint8: sign, 4 bits of exponent, 3 of mantissa (E4M3 of the Open Compute Project),
    /// rounded to nearest, ties to even. Numbers beyond ±448 and infinities become ±448; NaN becomes 0x7F, which is NaN (MLX makes it ±448).
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="x"/> is not of real floating numbers.</exception>
    [Mlx("core.to_fp8")]
    public static NDArray ToFp8(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!x.DType.IsInexact || x.DType.IsComplex)
            throw new ArgumentException($"ToFp8: x is {x.DType.Name()}; it must be of real floating numbers.", nameof(x));
        // Arithmetic alone, so that it goes into one loop with what comes before and after: views as other types would not.
        NDArray number = StopGradient(x.DType == DType.Float64 ? x : AsType(x, DType.Float32));
        NDArray magnitude = Where(IsNaN(number), Fp8.NaN, Minimum(Abs(number), Fp8.Largest));
        // Below the smallest normal number steps are equal. A float64 that float32 rounds up to a power of two is 8 steps of that
        // power after rounding too.
        NDArray power = Maximum(Fp8.PowerOfTwoWithin(AsType(magnitude, DType.Float32)), Fp8.SmallestNormal);
        NDArray steps = Round(magnitude / (power / 8)), exponent = Round(Log2(power / Fp8.SmallestNormal));
        NDArray isNegative = LogicalOr(number < 0, LogicalAnd(number == 0, 1 / number < 0));
        return AsType(Where(isNegative, 128f, 0f) + (exponent * 8) + AsType(steps, DType.Float32), DType.UInt8);
    }
}
