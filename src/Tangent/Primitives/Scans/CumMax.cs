using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The largest of all elements up to each place along an axis, or of the flattened array; NaN once there was one. An
    /// empty axis gives an empty result. Elements that tie so far share the tangent evenly, as in <see cref="Max"/>.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="axis">The axis; null flattens the array first.</param>
    /// <param name="reverse">True to start at the end of the axis.</param>
    /// <param name="inclusive">False to leave out the place itself: the first result is -∞, or an integer's limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    [Mlx("core.cummax")]
    public static NDArray CumMax(NDArray x, int? axis = null, bool reverse = false, bool inclusive = true) =>
        ScanDirection.Apply("CumMax", x, axis, reverse, inclusive, direction => new CumMax(direction));
}

/// <summary>The largest element so far along an axis.</summary>
internal sealed record CumMax(ScanDirection Direction) : CumExtreme(Direction)
{
    /// <inheritdoc/>
    protected override ScanOp Op => ScanOp.Maximum;

    /// <inheritdoc/>
    protected override NDArray IsWorse(NDArray x, NDArray y) => Mx.Less(x, y);
}
