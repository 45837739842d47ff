using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The inverse hyperbolic cosine of each element; NaN for real numbers below 1; integers become float32.</summary>
    [Mlx("core.arccosh")]
    [Mlx("core.acosh")]
    public static NDArray ArcCosh(NDArray x) => Unary.Apply<ArcCosh>(Elementwise.ToInexact(x));
}

/// <summary>arccosh(x)</summary>
internal sealed record ArcCosh : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.ArcCosh;

    // The root of (x - 1)(x + 1) would be on the wrong branch for complex x with a negative real part.
    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Rsqrt(x - 1) * Mx.Rsqrt(x + 1);
}
