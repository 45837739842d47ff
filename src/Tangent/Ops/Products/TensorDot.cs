namespace Tangent;

public static partial class Mx
{
    /// <summary>The sums of products over the last <paramref name="axes"/> axes of one array and the first of another; float32 for integers, as in MLX.</summary>
    [Mlx("core.tensordot")]
    public static NDArray TensorDot(NDArray x, NDArray y, int axes = 2)
    {
        if (axes < 0 || axes > Math.Min(x.Rank, y.Rank))
            throw new ArgumentOutOfRangeException(nameof(axes), axes, $"TensorDot: shapes {x.Shape} and {y.Shape} do not both have {axes} axes.");
        return TensorDot(x, y, (new Axes([.. Enumerable.Range(x.Rank - axes, axes)]), new Axes([.. Enumerable.Range(0, axes)])));
    }

    /// <summary>
    /// The sums of products over pairs of axes: the i-th of <c>axes.X</c> goes with the i-th of <c>axes.Y</c>. The
    /// other axes of the first array come before those of the second. Sums of products of integers are float32, as in MLX.
    /// </summary>
    [Mlx("core.tensordot")]
    public static NDArray TensorDot(NDArray x, NDArray y, (Axes X, Axes Y) axes)
    {
        int[] first = Contracted(x, axes.X);
        int[] second = Contracted(y, axes.Y);
        if (!first.Select(axis => x.Shape[axis]).SequenceEqual(second.Select(axis => y.Shape[axis])))
            throw new ArgumentException($"TensorDot: axes {axes.X} of shape {x.Shape} and {axes.Y} of {y.Shape} differ in number or length.", nameof(axes));
        int[] restX = [.. Enumerable.Range(0, x.Rank).Except(first)];
        int[] restY = [.. Enumerable.Range(0, y.Rank).Except(second)];
        NDArray left = Matrix(Transpose(x, [.. restX, .. first]), restX.Length);
        NDArray right = Matrix(Transpose(y, [.. second, .. restY]), second.Length);
        return Reshape(MatMul(left, right), [.. restX.Select(axis => x.Shape[axis]), .. restY.Select(axis => y.Shape[axis])]);
    }

    private static int[] Contracted(NDArray x, Axes axes)
    {
        int[] places = [.. axes.Select(axis => Axes.Normalize("TensorDot", axis, x.Rank))];
        return places.Distinct().Count() == places.Length
            ? places
            : throw new ArgumentException($"TensorDot: an axis comes twice in {axes}.", nameof(axes));
    }

    private static NDArray Matrix(NDArray x, int rows) =>
        Reshape(x, (Joined("TensorDot", x.Shape, 0, rows), Joined("TensorDot", x.Shape, rows, x.Rank)));
}
