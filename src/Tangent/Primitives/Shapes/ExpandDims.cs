namespace Tangent;

public static partial class Mx
{
    /// <summary>The array with new axes of length 1 at the given places of the result.</summary>
    [Mlx("core.expand_dims")]
    public static NDArray ExpandDims(NDArray x, Axes axis)
    {
        ArgumentNullException.ThrowIfNull(x);
        int[] places = Axes.Normalize("ExpandDims", axis, x.Rank + axis.Count);
        var lengths = new List<int>(x.Shape);
        foreach (int place in places)
            lengths.Insert(place, 1);
        return Reshape(x, lengths.ToArray());
    }
}
