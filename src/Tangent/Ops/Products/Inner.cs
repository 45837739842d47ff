namespace Tangent;

public static partial class Mx
{
    /// <summary>The sums of products along the last axes of two arrays, which have one length; scalars multiply.</summary>
    [Mlx("core.inner")]
    public static NDArray Inner(NDArray x, NDArray y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank == 0 || y.Rank == 0)
            return x * y;
        if (x.Shape[^1] != y.Shape[^1])
            throw new ArgumentException($"Inner: the last axes of shapes {x.Shape} and {y.Shape} differ in length.", nameof(y));
        return TensorDot(x, y, (-1, -1));
    }

    /// <summary>The products of every element of one array with every element of another: [m, n] for m and n elements.</summary>
    [Mlx("core.outer")]
    public static NDArray Outer(NDArray x, NDArray y)
    {
        ArgumentNullException.ThrowIfNull(y);
        return ExpandDims(Flatten(x), 1) * ExpandDims(Flatten(y), 0);
    }

    /// <summary>The sums of products of conj(x) and y along an axis, after broadcasting.</summary>
    [Mlx("core.vecdot")]
    public static NDArray VecDot(NDArray x, NDArray y, int axis = -1)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Sum(Conjugate(x) * y, axis);
    }
}
