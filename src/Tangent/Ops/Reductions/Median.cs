namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The median over some axes, or all: the element in the middle, or the mean of the two in the middle; NaN if any
    /// element is. Integers become float32.
    /// </summary>
    /// <exception cref="ArgumentException">There are no elements along an axis.</exception>
    [Mlx("core.median")]
    public static NDArray Median(NDArray x, Axes? axis = null, bool keepdims = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        Folding.RequireElements("Median", x.Shape, axis);
        int[] axes = Axes.Normalize("Median", axis, x.Rank);
        int[] kept = [.. Enumerable.Range(0, x.Rank).Except(axes)];
        NDArray rows = Transpose(x, [.. kept, .. axes]);
        NDArray sorted = Sort(axes.Length == 0 ? ExpandDims(rows, -1) : Flatten(rows, kept.Length));
        NDArray middle = Reshape(Middle(sorted), x.Shape.Without(axes));
        return keepdims ? ExpandDims(middle, axes) : middle;
    }

    private static NDArray Middle(NDArray sorted)
    {
        int last = sorted.Rank - 1;
        int length = sorted.Shape[last];
        NDArray upper = At(length / 2);
        NDArray lower = At((length - 1) / 2);
        NDArray largest = At(length - 1);
        NDArray middle = length % 2 == 1 ? upper : Mean(lower, upper);
        return Where(IsNaN(largest), largest, middle);

        // The sum of large numbers overflows, and half of a small one underflows.
        static NDArray Mean(NDArray x, NDArray y)
        {
            NDArray sum = x + y;
            return Where(IsFinite(sum), sum * 0.5, x * 0.5 + y * 0.5);
        }

        NDArray At(int place) => Elementwise.ToInexact(Tangent.Slice.Along(sorted, last, place, 1));
    }
}
