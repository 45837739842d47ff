using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>e to the power of each element; integers become float32.</summary>
    [Mlx("core.exp")]
    public static NDArray Exp(NDArray x) => Unary.Apply<Exp>(Elementwise.ToInexact(x));
}

/// <summary>exp(x)</summary>
internal sealed record Exp : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Exp;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => y;
}
