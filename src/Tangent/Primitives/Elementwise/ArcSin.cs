using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The inverse sine of each element, in radians; NaN for real numbers outside [-1, 1]; integers become float32.</summary>
    [Mlx("core.arcsin")]
    [Mlx("core.asin")]
    public static NDArray ArcSin(NDArray x) => Unary.Apply<ArcSin>(Elementwise.ToInexact(x));
}

/// <summary>arcsin(x)</summary>
internal sealed record ArcSin : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ArcSin;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Rsqrt(OneMinusSquare.Of(x));
}
