using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The smallest of all elements up to each place along an axis, or of the flattened array; NaN once there was one. An
    /// empty axis gives an empty result. Elements that tie so far share the tangent evenly, as in <see cref="Min"/>.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="axis">The axis; null flattens the array first.</param>
    /// <param name="reverse">True to start at the end of the axis.</param>
    /// <param name="inclusive">False to leave out the place itself: the first result is ∞, or an integer's limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such axis.</exception>
    [Mlx("core.cummin")]
    public static NDArray CumMin(NDArray x, int? axis = null, bool reverse = false, bool inclusive = true) =>
        ScanDirection.Apply("CumMin", x, axis, reverse, inclusive, direction => new CumMin(direction));
}

/// <summary>The smallest element so far along an axis.</summary>
internal sealed record CumMin(ScanDirection Direction) : CumExtreme(Direction)
{
    /// <inheritdoc/>
    protected override ScanOp Op => ScanOp.Minimum;

    /// <inheritdoc/>
    protected override NDArray IsWorse(NDArray x, NDArray y) => Mx.Greater(x, y);
}
