namespace Tangent;

public static partial class Mx
{
    /// <summary>0, 1, 2, … below <paramref name="stop"/>: int32 unless a type is given.</summary>
    [Mlx("core.arange")]
    public static NDArray Arange(int stop, DType? dtype = null) => Arange(0, stop, 1, dtype);

    /// <summary><paramref name="start"/>, start + step, … before <paramref name="stop"/>: int32 unless a type is given.</summary>
    [Mlx("core.arange")]
    public static NDArray Arange(int start, int stop, int step = 1, DType? dtype = null) =>
        Progression(start, stop, step, dtype ?? DType.Int32);

    /// <summary>0, 1, 2, … below <paramref name="stop"/>: float32 unless a type is given.</summary>
    [Mlx("core.arange")]
    public static NDArray Arange(double stop, DType? dtype = null) => Arange(0.0, stop, 1.0, dtype);

    /// <summary>
    /// <paramref name="start"/>, start + step, … before <paramref name="stop"/>, ⌈(stop − start) / step⌉ elements:
    /// float32 unless a type is given. Integer types truncate start and step.
    /// </summary>
    [Mlx("core.arange")]
    public static NDArray Arange(double start, double stop, double step = 1, DType? dtype = null) =>
        Progression(start, stop, step, dtype ?? DType.Float32);

    private static NDArray Progression(double start, double stop, double step, DType dtype)
    {
        double length = Math.Ceiling((stop - start) / step);
        if (step == 0 || double.IsNaN(length) || length > int.MaxValue)
            throw new ArgumentException(FormattableString.Invariant($"Arange: from {start} to {stop} by {step} is no progression that an axis can hold."), nameof(step));
        return new Iota(start, step, (int)Math.Max(0, length), dtype).Apply();
    }
}
