using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The hyperbolic tangent of each element; integers become float32.</summary>
    [Mlx("core.tanh")]
    public static NDArray Tanh(NDArray x) => Unary.Apply<Tanh>(Elementwise.ToInexact(x));
}

/// <summary>sinh(x) / cosh(x)</summary>
internal sealed record Tanh : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Tanh;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => 1 - Mx.Square(y);
}
