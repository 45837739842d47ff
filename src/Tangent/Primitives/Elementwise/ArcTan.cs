using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The inverse tangent of each element, in radians; integers become float32.</summary>
    [Mlx("core.arctan")]
    [Mlx("core.atan")]
    public static NDArray ArcTan(NDArray x) => Unary.Apply<ArcTan>(Elementwise.ToInexact(x));
}

/// <summary>arctan(x)</summary>
internal sealed record ArcTan : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ArcTan;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Reciprocal(1 + Mx.Square(x));
}
