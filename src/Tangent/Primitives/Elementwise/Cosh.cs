using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The hyperbolic cosine of each element; integers become float32.</summary>
    [Mlx("core.cosh")]
    public static NDArray Cosh(NDArray x) => Unary.Apply<Cosh>(Elementwise.ToInexact(x));
}

/// <summary>(exp(x) + exp(-x)) / 2</summary>
internal sealed record Cosh : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Cosh;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Sinh(x);
}
