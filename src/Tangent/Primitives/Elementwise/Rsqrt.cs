using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>1 over the square root of each element; integers become float32.</summary>
    [Mlx("core.rsqrt")]
    public static NDArray Rsqrt(NDArray x) => Unary.Apply<Rsqrt>(Elementwise.ToInexact(x));
}

/// <summary>1 / sqrt(x)</summary>
internal sealed record Rsqrt : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Rsqrt;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => -0.5 * (y / x);
}
