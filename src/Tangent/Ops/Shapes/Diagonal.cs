namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// A diagonal of the matrices that two axes span, along a new last axis in their place: the main one, or
    /// <paramref name="offset"/> above it (below where negative).
    /// </summary>
    [Mlx("core.diagonal")]
    public static NDArray Diagonal(NDArray x, int offset = 0, int axis1 = 0, int axis2 = 1)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Diagonals.Of("Diagonal", LastTwo("Diagonal", x, axis1, axis2), offset);
    }

    /// <summary>The matrix with a vector on its k-th diagonal and zeros elsewhere; of a matrix, its k-th diagonal.</summary>
    [Mlx("core.diag")]
    public static NDArray Diag(NDArray x, int k = 0)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank == 2)
            return Diagonals.Of("Diag", x, k);
        if (x.Rank != 1)
            throw new ArgumentException($"Diag: an array of shape {x.Shape} is neither a vector nor a matrix.", nameof(x));
        long size = x.Shape[0] + Math.Abs((long)k);
        return size <= int.MaxValue
            ? Diagonals.Embed("Diag", x, (int)size, (int)size, k)
            : throw new ArgumentException($"Diag: a matrix of {size} rows cannot be.", nameof(k));
    }

    /// <summary>
    /// The sum of a diagonal of the matrices that two axes span, in the type <paramref name="dtype"/> if given. Sums of
    /// bool and of integers narrower than 32 bits are int32 or uint32.
    /// </summary>
    [Mlx("core.trace")]
    public static NDArray Trace(NDArray x, int offset = 0, int axis1 = 0, int axis2 = 1, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        NDArray diagonal = Diagonals.Of("Trace", LastTwo("Trace", x, axis1, axis2), offset);
        return Sum(AsType(diagonal, dtype ?? x.DType), -1);
    }

    private static NDArray LastTwo(string function, NDArray x, int axis1, int axis2)
    {
        int first = Axes.Normalize(function, axis1, x.Rank);
        int second = Axes.Normalize(function, axis2, x.Rank);
        if (first == second)
            throw new ArgumentException($"{function}: axis {axis1} and axis {axis2} of shape {x.Shape} are the same.", nameof(axis2));
        return Transpose(x, [.. Enumerable.Range(0, x.Rank).Where(axis => axis != first && axis != second), first, second]);
    }
}
