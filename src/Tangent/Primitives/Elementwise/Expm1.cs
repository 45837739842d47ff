using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>e to the power of each element, minus 1, accurate near 0; integers become float32.</summary>
    [Mlx("core.expm1")]
    public static NDArray Expm1(NDArray x) => Unary.Apply<Expm1>(Elementwise.ToInexact(x));
}

/// <summary>exp(x) - 1</summary>
internal sealed record Expm1 : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Expm1;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Exp(x);
}
