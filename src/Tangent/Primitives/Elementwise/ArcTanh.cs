using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The inverse hyperbolic tangent of each element; NaN for real numbers outside [-1, 1]; integers become float32.</summary>
    [Mlx("core.arctanh")]
    [Mlx("core.atanh")]
    public static NDArray ArcTanh(NDArray x) => Unary.Apply<ArcTanh>(Elementwise.ToInexact(x));
}

/// <summary>arctanh(x)</summary>
internal sealed record ArcTanh : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ArcTanh;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Reciprocal(OneMinusSquare.Of(x));
}
