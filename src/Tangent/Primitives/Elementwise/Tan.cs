using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The tangent of each element, in radians; integers become float32.</summary>
    [Mlx("core.tan")]
    public static NDArray Tan(NDArray x) => Unary.Apply<Tan>(Elementwise.ToInexact(x));
}

/// <summary>sin(x) / cos(x)</summary>
internal sealed record Tan : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Tan;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => 1 + Mx.Square(y);
}
