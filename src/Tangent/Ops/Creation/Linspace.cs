namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// <paramref name="num"/> numbers in equal steps from <paramref name="start"/> to <paramref name="stop"/>, which is
    /// the last one, exactly, if <paramref name="endpoint"/> is set. Computed in float64 and rounded once.
    /// </summary>
    [Mlx("core.linspace")]
    public static NDArray Linspace(double start, double stop, int num = 50, DType dtype = DType.Float32, bool endpoint = true)
    {
        if (num < 0)
            throw new ArgumentOutOfRangeException(nameof(num), num, $"Linspace: {num} numbers cannot be.");
        int steps = endpoint ? num - 1 : num;
        NDArray numbers = new Iota(start, steps > 0 ? (stop - start) / steps : 0, num, DType.Float64).Apply();
        if (endpoint && num > 1)
            numbers = Tangent.SliceUpdate.Of(numbers, Full(1, stop, DType.Float64), new Region([num - 1], [1], 1));
        return AsType(numbers, dtype);
    }
}
