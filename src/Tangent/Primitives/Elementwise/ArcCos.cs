using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The inverse cosine of each element, in radians; NaN for real numbers outside [-1, 1]; integers become float32.</summary>
    [Mlx("core.arccos")]
    [Mlx("core.acos")]
    public static NDArray ArcCos(NDArray x) => Unary.Apply<ArcCos>(Elementwise.ToInexact(x));
}

/// <summary>arccos(x)</summary>
internal sealed record ArcCos : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ArcCos;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => -Mx.Rsqrt(OneMinusSquare.Of(x));
}
