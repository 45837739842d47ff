namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The differences of neighbours along an axis, taken <paramref name="n"/> times; of bool whether they differ. The
    /// axis gets shorter by n, but not shorter than nothing.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="n">How many times to take differences.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="prepend">What to put before the first element along the axis; a scalar counts as one element.</param>
    /// <param name="append">What to put after the last element along the axis.</param>
    [Mlx("core.diff")]
    public static NDArray Diff(NDArray x, int n = 1, int axis = -1, NDArray? prepend = null, NDArray? append = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (n < 0)
            throw new ArgumentOutOfRangeException(nameof(n), n, $"Diff: {n} differences cannot be.");
        int place = Axes.Normalize("Diff", axis, x.Rank);
        if (n == 0)
            return x.Share();
        x = Concatenate([.. End(prepend), x, .. End(append)], place);
        for (int i = 0; i < n && x.Shape[place] > 0; i++)
        {
            int length = x.Shape[place] - 1;
            NDArray later = Tangent.Slice.Along(x, place, Math.Min(1, length), length);
            NDArray earlier = Tangent.Slice.Along(x, place, 0, length);
            x = x.DType == DType.Bool ? NotEqual(later, earlier) : later - earlier;
        }
        return x;

        NDArray[] End(NDArray? part) => part switch
        {
            null => [],
            { Rank: 0 } => [BroadcastTo(part, x.Shape.With(place, 1))],
            _ => [part],
        };
    }
}
