namespace Tangent;

public static partial class Mx
{
    /// <summary>The array with its elements in reverse order along some axes, or all, without copying.</summary>
    [Mlx("core.flip")]
    public static NDArray Flip(NDArray x, Axes? axis = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        Region region = Region.Full(x.Shape);
        foreach (int place in Axes.Normalize("Flip", axis, x.Rank))
            region = region.With(place, Math.Max(0, x.Shape[place] - 1), x.Shape[place], -1);
        return Tangent.Slice.Of(x, region);
    }
}
