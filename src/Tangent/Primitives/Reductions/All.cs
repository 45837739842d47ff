using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Whether all elements are not zero along some axes, or of all, as bool; true of none.</summary>
    [Mlx("core.all")]
    public static NDArray All(NDArray x, Axes? axis = null, bool keepdims = false) =>
        Folding.Apply("All", Folding.IsNonzero(x), axis, keepdims, axes => new All(axes));
}

/// <summary>Whether all elements are not zero along axes, which vanish.</summary>
internal sealed record All(Axes Axes) : LogicalFold(Axes)
{
    /// <inheritdoc/>
    protected override FoldOp Op => FoldOp.All;

    /// <inheritdoc/>
    protected override Fold Over(Axes axes) => new All(axes);
}
