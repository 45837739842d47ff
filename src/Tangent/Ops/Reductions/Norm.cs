namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The length of vectors along one axis, or of all elements: (Σ|x|ᵖ)^(1/p), the square root of the sum of squares unless an order is
    /// given. Order 0 counts what is not zero, ∞ takes the largest |x| and -∞ the smallest. Over two axes an order 1 is the largest sum
    /// of a column and ∞ that of a row, -1 and -∞ the smallest. Integers become float32; the derivative of a norm that is 0 is 0.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="ord">The order p; left out, √Σ|x|² over any number of axes.</param>
    /// <param name="axis">One axis for vectors, two for matrices; all if left out.</param>
    /// <param name="keepdims">True to keep the axes with length 1.</param>
    /// <exception cref="ArgumentException">There is no such norm over so many axes: those of singular values (2 and -2 of matrices) are not there yet.</exception>
    public static NDArray Norm(NDArray x, double? ord = null, Axes? axis = null, bool keepdims = false)
    {
        NDArray inexact = Elementwise.ToInexact(x);
        int[] axes = Axes.Normalize("Norm", axis, x.Rank);
        NDArray precise = Reduction.Precise(inexact);
        NDArray size = Abs(precise);
        NDArray norm = ord is not { } order || (order == 2 && axes.Length == 1) ? Rooted(Sum(SquaredSize(precise), axes, keepdims), Sqrt)
            : axes.Length == 1 ? VectorNorm(size, order, axes, keepdims)
            : axes.Length == 2 ? MatrixNorm(size, order, axis is { } chosen ? [.. chosen.Select(place => Axes.Normalize("Norm", place, x.Rank))] : axes, keepdims)
            : throw new ArgumentException(FormattableString.Invariant($"Norm: order {order} is one of vectors or of matrices, not over {axes.Length} axes of shape {x.Shape}."), nameof(axis));
        return AsType(norm, Real(inexact).DType);
    }

    private static NDArray VectorNorm(NDArray size, double order, Axes axis, bool keepdims) => order switch
    {
        double.PositiveInfinity => Max(size, axis, keepdims),
        double.NegativeInfinity => Min(size, axis, keepdims),
        0 => AsType(Sum(NotEqual(size, 0), axis, keepdims), size.DType),
        1 => Sum(size, axis, keepdims),
        > 0 => Rooted(Sum(Power(size, order), axis, keepdims), sum => Power(sum, 1 / order)),
        _ => Power(Sum(Power(size, order), axis, keepdims), 1 / order),
    };

    private static NDArray MatrixNorm(NDArray size, double order, int[] axes, bool keepdims)
    {
        (int rows, int columns) = (axes[0], axes[1]);
        NDArray norm = order switch
        {
            1 => Max(Sum(size, rows, keepdims: true), columns, keepdims: true),
            -1 => Min(Sum(size, rows, keepdims: true), columns, keepdims: true),
            double.PositiveInfinity => Max(Sum(size, columns, keepdims: true), rows, keepdims: true),
            double.NegativeInfinity => Min(Sum(size, columns, keepdims: true), rows, keepdims: true),
            2 or -2 => throw new ArgumentException($"Norm: order {order} of matrices is a singular value, and those are not there yet; leave the order out for the square root of the sum of squares.", nameof(order)),
            _ => throw new ArgumentException(FormattableString.Invariant($"Norm: matrices have norms of the orders 1, -1, ∞ and -∞, not {order}."), nameof(order)),
        };
        return keepdims ? norm : Squeeze(norm, axes);
    }

    // The slope of a root at 0 is infinite; by choice that of a norm is 0 there.
    private static NDArray Rooted(NDArray sum, Func<NDArray, NDArray> root)
    {
        NDArray isZero = Equal(sum, 0);
        return Where(isZero, 0, root(Where(isZero, 1, sum)));
    }
}
