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
    /// <exception cref="ArgumentException">There is no such norm over so many axes: those of singular values (2 and -2 of matrices) are <see cref="Linalg.Norm(NDArray, double?, Axes?, bool)"/>'s.</exception>
    public static NDArray Norm(NDArray x, double? ord = null, Axes? axis = null, bool keepdims = false)
    {
        NDArray inexact = Elementwise.ToInexact(x);
        int[] axes = Axes.Normalize("Norm", axis, x.Rank);
        NDArray precise = Folding.Precise(inexact);
        NDArray norm = ord is not { } order ? Norms.Euclidean(precise, new Axes(axes), keepdims)
            : axes.Length == 1 ? Norms.OfVectors(precise, order, axes[0], keepdims)
            : axes.Length == 2 ? Norms.Along("Norm", precise, axis, keepdims, matrices => NormOfSums(matrices, order))
            : throw new ArgumentException(FormattableString.Invariant($"Norm: order {order} is one of vectors or of matrices, not over {axes.Length} axes of shape {x.Shape}."), nameof(axis));
        return AsType(norm, Real(inexact).DType);
    }

    private static NDArray NormOfSums(NDArray matrices, double order) => order switch
    {
        2 or -2 => throw new ArgumentException($"Norm: order {order} of matrices is a singular value: Linalg.Norm has it; leave the order out for the square root of the sum of squares.", nameof(order)),
        1 or -1 or double.PositiveInfinity or double.NegativeInfinity => Norms.OfMatrices("Norm", matrices, order),
        _ => throw new ArgumentException(FormattableString.Invariant($"Norm: matrices have norms of the orders 1, -1, ∞ and -∞, not {order}."), nameof(order)),
    };
}
