using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Whether any element is not zero along some axes, or of all, as bool; false of none.</summary>
    [Mlx("core.any")]
    public static NDArray Any(NDArray x, Axes? axis = null, bool keepdims = false) =>
        Folding.Apply("Any", Folding.IsNonzero(x), axis, keepdims, axes => new Any(axes));
}

/// <summary>Whether any element is not zero along axes, which vanish.</summary>
internal sealed record Any(Axes Axes) : LogicalFold(Axes)
{
    /// <inheritdoc/>
    protected override FoldOp Op => FoldOp.Any;

    /// <inheritdoc/>
    protected override Fold Over(Axes axes) => new Any(axes);
}
