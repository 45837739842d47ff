using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The cosine of each element, in radians; integers become float32.</summary>
    [Mlx("core.cos")]
    public static NDArray Cos(NDArray x) => Unary.Apply<Cos>(Elementwise.ToInexact(x));
}

/// <summary>cos(x)</summary>
internal sealed record Cos : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Cos;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => -Mx.Sin(x);
}
