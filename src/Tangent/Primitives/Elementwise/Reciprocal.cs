using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>1 over each element; integers become float32.</summary>
    [Mlx("core.reciprocal")]
    public static NDArray Reciprocal(NDArray x) => Unary.Apply<Reciprocal>(Elementwise.ToInexact(x));
}

/// <summary>1 / x</summary>
internal sealed record Reciprocal : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Reciprocal;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => -Mx.Square(y);
}
