using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The product of all elements up to each place along an axis, or of the flattened array. 16-bit floating types
    /// multiply in float32; an empty axis gives an empty result. Derivatives are right where elements are zero.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="axis">The axis; null flattens the array first.</param>
    /// <param name="reverse">True to start at the end of the axis.</param>
    /// <param name="inclusive">False to leave out the place itself: the first result is 1.</param>
    /// <param name="dtype">The type in which to multiply; by default that of the array.</param>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    [Mlx("core.cumprod")]
    [Mlx("core.cumulative_prod")]
    public static NDArray CumProd(NDArray x, int? axis = null, bool reverse = false, bool inclusive = true, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        return ScanDirection.Apply("CumProd", AsType(x, dtype ?? x.DType), axis, reverse, inclusive, direction => new CumProd(direction));
    }
}

/// <summary>Products along an axis.</summary>
internal sealed record CumProd(ScanDirection Direction) : Scan(Direction)
{
    /// <inheritdoc/>
    protected override ScanOp Op => ScanOp.Product;

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y)
    {
        // From y[i] = x[i]·y[i - 1] by the product rule.
        NDArray before = Direction.Shift(y, 1);
        return Recur(Direction.Accumulated(x[0], 1), Direction.Accumulated(dx[0]!, 0) * before);
    }
}
