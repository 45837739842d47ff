namespace Tangent;

public static partial class Mx
{
    /// <summary>The array with two axes exchanged.</summary>
    [Mlx("core.swapaxes")]
    public static NDArray SwapAxes(NDArray x, int axis1, int axis2)
    {
        ArgumentNullException.ThrowIfNull(x);
        int first = Axes.Normalize("SwapAxes", axis1, x.Rank);
        int second = Axes.Normalize("SwapAxes", axis2, x.Rank);
        int[] order = [.. Enumerable.Range(0, x.Rank)];
        (order[first], order[second]) = (order[second], order[first]);
        return Transpose(x, order);
    }

    /// <summary>The matrices [..., m, n] transposed to [..., n, m].</summary>
    [Mlx("core.matrix_transpose")]
    public static NDArray MatrixTranspose(NDArray x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank >= 2
        ? SwapAxes(x, -1, -2)
        : throw new ArgumentException($"MatrixTranspose: an array of shape {x.Shape} holds no matrices.", nameof(x));
    }
}
