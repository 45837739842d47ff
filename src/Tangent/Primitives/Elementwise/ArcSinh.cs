using System.Numerics;
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

    // 1/sqrt(1 + x²), without a square that could overflow.
    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y)
    {
        if (x.DType.IsComplex)
            return Mx.Rsqrt(1 + Complex.ImaginaryOne * x) * Mx.Rsqrt(1 - Complex.ImaginaryOne * x);
        NDArray scale = DerivativeScale.AtLeastOne(x);
        return Mx.Rsqrt(Mx.Square(1 / scale) + Mx.Square(x / scale)) / scale;
    }
}
