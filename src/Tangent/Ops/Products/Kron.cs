namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The Kronecker product: every element of one array times all of another, in blocks. The array of fewer axes gets
    /// leading axes of length 1; lengths multiply.
    /// </summary>
    [Mlx("core.kron")]
    public static NDArray Kron(NDArray x, NDArray y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int rank = Math.Max(x.Rank, y.Rank);
        int[] outer = [.. Enumerable.Repeat(1, rank - x.Rank), .. x.Shape];
        int[] inner = [.. Enumerable.Repeat(1, rank - y.Rank), .. y.Shape];
        NDArray blocks = Reshape(x, [.. outer.SelectMany(length => new[] { length, 1 })])
            * Reshape(y, [.. inner.SelectMany(length => new[] { 1, length })]);
        return Reshape(blocks, [.. outer.Select((_, axis) => Joined("Kron", blocks.Shape, 2 * axis, 2 * axis + 2))]);
    }
}
