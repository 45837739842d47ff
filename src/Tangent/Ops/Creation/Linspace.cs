namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// <paramref name="num"/> numbers in equal steps from <paramref name="start"/> to <paramref name="stop"/>, which is
    /// the last one, exactly, if <paramref name="endpoint"/> is set. Computed in float64 and rounded once.
    /// </summary>
    [Mlx("core.linspace")]
    public static NDArray Linspace(double start, double stop, int num = 50, bool endpoint = true, DType dtype = DType.Float32)
    {
        if (num < 0)
            throw new ArgumentOutOfRangeException(nameof(num), num, $"Linspace: {num} numbers cannot be.");
        int steps = endpoint ? num - 1 : num;
        NDArray numbers = steps > 0 && double.IsFinite(start) && double.IsFinite(stop) && !double.IsFinite(stop - start)
            ? FromBothEnds(start, stop, num, steps)
            : new Iota(start, steps > 0 ? (stop - start) / steps : 0, num, DType.Float64).Apply();
        if (endpoint && num > 1)
            numbers = Tangent.SliceUpdate.Of(numbers, Full(1, stop, DType.Float64), new Region([num - 1], [1], 1));
        return AsType(numbers, dtype);
    }

    /// <inheritdoc cref="Linspace(double, double, int, bool, DType)"/>
    [Mlx("core.linspace")]
    public static NDArray Linspace(double start, double stop, int num, DType dtype) => Linspace(start, stop, num, true, dtype);

    // Where float64 does not hold the distance, it holds each half of it.
    private static NDArray FromBothEnds(double start, double stop, int num, int steps)
    {
        double step = steps > 1 ? stop / steps - start / steps : 0;
        int first = (num + 1) / 2;
        return Concatenate([
            new Iota(start, step, first, DType.Float64).Apply(),
            new Iota(stop - step * (steps - first), step, num - first, DType.Float64).Apply()]);
    }
}
