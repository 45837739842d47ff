namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// NumPy's product of two arrays: of vectors the sum of products, of matrices the matrix product, with a scalar the product; else
    /// the sums of products along the last axis of <paramref name="x"/> and the last but one (or only one) of <paramref name="y"/>.
    /// </summary>
    /// <exception cref="ArgumentException">These axes differ in length.</exception>
    public static NDArray Dot(NDArray x, NDArray y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank == 0 || y.Rank == 0)
            return x * y;
        int along = Math.Max(0, y.Rank - 2);
        if (x.Shape[^1] != y.Shape[along])
            throw new ArgumentException($"Dot: the last axis of shape {x.Shape} and axis {along} of shape {y.Shape} differ in length.", nameof(y));
        return TensorDot(x, y, (-1, along));
    }
}
