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

    /// <summary>0, 1, 2, … below <paramref name="stop"/>: int64 unless a type is given.</summary>
    [Mlx("core.arange")]
    public static NDArray Arange(long stop, DType? dtype = null) => Arange(0L, stop, 1L, dtype);

    /// <summary><paramref name="start"/>, start + step, … before <paramref name="stop"/>, exactly: int64 unless a type is given.</summary>
    [Mlx("core.arange")]
    public static NDArray Arange(long start, long stop, long step = 1, DType? dtype = null) =>
        Progression(start, stop, step, dtype ?? DType.Int64);

    /// <summary>0, 1, 2, … below <paramref name="stop"/>: int64 unless a type is given.</summary>
    [Mlx("core.arange")]
    public static NDArray Arange(ulong stop, DType? dtype = null) => Progression(0, stop, 1, dtype ?? DType.Int64);

    /// <summary>
    /// <paramref name="start"/>, start + step, … before <paramref name="stop"/>, exactly: int64 unless a type is given, or uint64 where
    /// an element needs it.
    /// </summary>
    [Mlx("core.arange")]
    public static NDArray Arange(ulong start, ulong stop, ulong step = 1, DType? dtype = null) =>
        Progression(start, stop, step, dtype ?? (start < stop && stop - 1 > long.MaxValue ? DType.UInt64 : DType.Int64));

    /// <summary>0, 1, 2, … below <paramref name="stop"/>: float32 unless a type is given.</summary>
    [Mlx("core.arange")]
    public static NDArray Arange(double stop, DType? dtype = null) => Arange(0.0, stop, 1.0, dtype);

    /// <summary>
    /// <paramref name="start"/>, start + step, … before <paramref name="stop"/>, ⌈(stop − start) / step⌉ elements:
    /// float32 unless a type is given. Integer types truncate start and step. An infinite step towards
    /// <paramref name="stop"/> leaves <paramref name="start"/> alone, away from it nothing.
    /// </summary>
    [Mlx("core.arange")]
    public static NDArray Arange(double start, double stop, double step = 1, DType? dtype = null)
    {
        double length = (stop - start) / step;
        // A quotient that vanishes although there is a way to go has a sign: of less than one step, or of none.
        double count = length == 0 && stop != start ? (double.IsNegative(length) ? 0 : 1) : Math.Ceiling(length);
        if (step == 0 || !double.IsFinite(count) || count > int.MaxValue)
            throw NoProgression(start, stop, step);
        if (count > 0 && dtype is { IsInteger: true } integers)
            RequireWithin((Int128)start, (Int128)start + ((Int128)(count - 1) * (Int128)(count > 1 ? step : 0)), integers);
        return new Iota(start, count > 1 ? step : 0, (int)Math.Max(0, count), dtype ?? DType.Float32).Apply();
    }

    private static NDArray Progression(Int128 start, Int128 stop, Int128 step, DType dtype)
    {
        Int128 length = step == 0 ? -1 : Int128.Max(0, ((stop - start) / step) + ((stop - start) % step != 0 && stop > start == step > 0 ? 1 : 0));
        if (length < 0 || length > int.MaxValue)
            throw NoProgression(start, stop, step);
        if (length > 0)
            RequireWithin(start, start + ((length - 1) * step), dtype);
        // float64 holds the ends and all between them.
        if (Int128.Max(Int128.Abs(start), Int128.Abs(stop)) <= 1L << 53 && Int128.Abs(step) <= 1L << 53)
            return new Iota((double)start, (double)step, (int)length, dtype).Apply();
        DType exact = start > long.MaxValue || stop > long.MaxValue ? DType.UInt64 : DType.Int64;
        NDArray places = Iota.Of((int)length, exact);
        return AsType((places * Constant.Of(Scalar.Of(step, exact), exact)) + Constant.Of(Scalar.Of(start, exact), exact), dtype);
    }

    private static void RequireWithin(Int128 first, Int128 last, DType dtype)
    {
        if (!dtype.IsInteger)
            return;
        var limits = new IInfo(dtype);
        foreach (Int128 end in (ReadOnlySpan<Int128>)[first, last])
            if (end < limits.Min || end > limits.Max)
                throw new ArgumentException($"Arange: the element {end} is out of range of {dtype.Name()}, which holds {limits.Min} to {limits.Max}.", nameof(dtype));
    }

    private static ArgumentException NoProgression(object start, object stop, object step) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Arange: from {start} to {stop} by {step} is no progression that an axis can hold."), nameof(step));
}
