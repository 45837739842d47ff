namespace Tangent;

public static partial class Mx
{
    /// <summary>The array without some axes of length 1, or without all of them.</summary>
    [Mlx("core.squeeze")]
    public static NDArray Squeeze(NDArray x, Axes? axis = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        int[] axes = axis is null
            ? [.. Enumerable.Range(0, x.Rank).Where(place => x.Shape[place] == 1)]
            : Axes.Normalize("Squeeze", axis, x.Rank);
        foreach (int place in axes)
            if (x.Shape[place] != 1)
                throw new ArgumentException($"Squeeze: axis {place} of shape {x.Shape} has length {x.Shape[place]}, not 1.", nameof(axis));
        return Reshape(x, x.Shape.Without(axes));
    }
}
