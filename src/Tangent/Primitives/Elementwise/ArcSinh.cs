using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The inverse hyperbolic sine of each element; integers become float32.</summary>
    [Mlx("core.arcsinh")]
    [Mlx("core.asinh")]
    public static NDArray ArcSinh(NDArray x) => Unary.Apply<ArcSinh>(Elementwise.ToInexact(x));
}

/// <summary>arcsinh(x)</summary>
internal sealed record ArcSinh : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ArcSinh;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Rsqrt(1 + Mx.Square(x));
}
