using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>Where elements differ, as bool, after promotion and broadcasting. NaN differs from everything.</summary>
    [Mlx("core.not_equal")]
    public static NDArray NotEqual(NDArray x, NDArray y) => Comparison.Apply<NotEqual>("NotEqual", x, y);
}

/// <summary>x != y</summary>
internal sealed record NotEqual : NonDifferentiable
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.NotEqual;
}
