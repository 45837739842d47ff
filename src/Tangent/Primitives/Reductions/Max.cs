using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The largest element along some axes, or of all; NaN if any is. Elements that tie share its tangent evenly.</summary>
    /// <exception cref="ArgumentException">There are no elements along an axis.</exception>
    [Mlx("core.max")]
    public static NDArray Max(NDArray x, Axes? axis = null, bool keepdims = false) =>
        ExtremeFold.Apply("Max", x, axis, keepdims, axes => new Max(axes));
}

/// <summary>The largest element along axes, which vanish.</summary>
internal sealed record Max(Axes Axes) : ExtremeFold(Axes)
{
    /// <inheritdoc/>
    protected override FoldOp Op => FoldOp.Maximum;

    /// <inheritdoc/>
    protected override Fold Over(Axes axes) => new Max(axes);

    /// <inheritdoc/>
    protected override NDArray IsWorse(NDArray x, NDArray y) => Mx.Less(x, y);
}
