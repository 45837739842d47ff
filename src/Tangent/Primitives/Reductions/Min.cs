using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The smallest element along some axes, or of all; NaN if any is. Elements that tie share its tangent evenly.</summary>
    /// <exception cref="ArgumentException">There are no elements along an axis.</exception>
    [Mlx("core.min")]
    public static NDArray Min(NDArray x, Axes? axis = null, bool keepdims = false) =>
        ExtremeFold.Apply("Min", x, axis, keepdims, axes => new Min(axes));
}

/// <summary>The smallest element along axes, which vanish.</summary>
internal sealed record Min(Axes Axes) : ExtremeFold(Axes)
{
    /// <inheritdoc/>
    protected override FoldOp Op => FoldOp.Minimum;

    /// <inheritdoc/>
    protected override Fold Over(Axes axes) => new Min(axes);

    /// <inheritdoc/>
    protected override NDArray IsWorse(NDArray x, NDArray y) => Mx.Greater(x, y);
}
