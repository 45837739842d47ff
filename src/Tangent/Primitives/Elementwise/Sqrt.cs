using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The square root of each element; NaN for negative real numbers; integers become float32.</summary>
    [Mlx("core.sqrt")]
    public static NDArray Sqrt(NDArray x) => Unary.Apply<Sqrt>(Elementwise.ToInexact(x));
}

/// <summary>The square root of x.</summary>
internal sealed record Sqrt : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Sqrt;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => 0.5 / y;
}
