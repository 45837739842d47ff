using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The hyperbolic sine of each element; integers become float32.</summary>
    [Mlx("core.sinh")]
    public static NDArray Sinh(NDArray x) => Unary.Apply<Sinh>(Elementwise.ToInexact(x));
}

/// <summary>(exp(x) - exp(-x)) / 2</summary>
internal sealed record Sinh : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Sinh;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Cosh(x);
}
