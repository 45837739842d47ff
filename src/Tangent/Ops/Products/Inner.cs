namespace Tangent;

public static partial class Mx
{
    /// <summary>The sums of products along the last axes of two arrays, which have one length; scalars multiply. Sums of products of integers are float32, as in MLX.</summary>
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

    /// <summary>
    /// The sums of products of conj(x) and y along an axis, on which both have one length; the other axes broadcast. Products of
    /// integers are integers, of the type of their sums (<see cref="Sum"/>).
    /// </summary>
    /// <param name="x">An array.</param>
    /// <param name="y">An array.</param>
    /// <param name="axis">The axis of the vectors, counted on the shape to which both broadcast.</param>
    /// <exception cref="ArgumentException">The vectors differ in length, or an array has no such axis.</exception>
    [Mlx("core.vecdot")]
    public static NDArray VecDot(NDArray x, NDArray y, int axis = -1)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        const string name = "VecDot";
        int rank = Math.Max(x.Rank, y.Rank);
        int fromEnd = rank - Axes.Normalize(name, axis, rank);
        if (fromEnd > x.Rank || fromEnd > y.Rank || x.Shape[^fromEnd] != y.Shape[^fromEnd])
            throw new ArgumentException($"{name}: shapes {x.Shape} and {y.Shape} do not have vectors of one length along axis {axis}.", nameof(y));
        Elementwise.BroadcastShapes(name, x.Shape, y.Shape);
        return Sum(Conjugate(Folding.Widen(x)) * Folding.Widen(y), rank - fromEnd);
    }
}
