using System.Numerics;
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

    // 1/(1 + x²), without a square that could overflow.
    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y)
    {
        if (x.DType.IsComplex)
            return Mx.Reciprocal(1 + Complex.ImaginaryOne * x) * Mx.Reciprocal(1 - Complex.ImaginaryOne * x);
        NDArray scale = DerivativeScale.AtLeastOne(x);
        return Mx.Reciprocal(Mx.Square(1 / scale) + Mx.Square(x / scale)) / scale / scale;
    }
}
