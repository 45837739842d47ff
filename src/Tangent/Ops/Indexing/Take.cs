namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Slices of an array at indices along an axis, which the shape of the indices replaces; a null axis takes elements
    /// of the flattened array. Negative indices count from the end; array indices out of range count as the nearest within.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An integer that is no array is out of range, or the axis is.</exception>
    [Mlx("core.take")]
    public static NDArray Take(NDArray x, NDArray indices, int? axis = null)
    {
        const string name = "Take";
        if (axis is null)
            return Take(Flatten(x), indices, 0);
        int along = Axes.Normalize(name, axis.Value, x.Rank);
        Indices.Require(name, indices);
        if (indices.Literal is { Source: null } literal)
            return Squeeze(Tangent.Slice.Along(x, along, Indices.Place(name, (long)literal.Bits(DType.Int64), x.Shape, along), 1), along);
        return Selection.Along(along, x.Shape, indices).Read(x);
    }
}
