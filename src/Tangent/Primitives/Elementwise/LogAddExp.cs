using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>log(exp(x) + exp(y)) without overflow, element by element, after broadcasting; integers become float32.</summary>
    [Mlx("core.logaddexp")]
    public static NDArray LogAddExp(NDArray x, NDArray y) => Binary.ApplyInexact<LogAddExp>("LogAddExp", x, y);
}

/// <summary>log(exp(x) + exp(y))</summary>
internal sealed record LogAddExp : Binary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.LogAddExp;

    /// <inheritdoc/>
    protected override NDArray DerivativeX(NDArray x, NDArray y, NDArray z) => Mx.Sigmoid(Difference(x, y));

    /// <inheritdoc/>
    protected override NDArray DerivativeY(NDArray x, NDArray y, NDArray z) => Mx.Sigmoid(Difference(y, x));

    // Two equal infinities share the slope evenly; their difference would be NaN.
    private static NDArray Difference(NDArray x, NDArray y) =>
        Mx.Where(Mx.LogicalAnd(Mx.IsInf(x), Mx.Equal(x, y)), 0, x - y);
}
