using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The sine of each element, in radians; integers become float32.</summary>
    [Mlx("core.sin")]
    public static NDArray Sin(NDArray x) => Unary.Apply<Sin>(Elementwise.ToInexact(x));
}

/// <summary>sin(x)</summary>
internal sealed record Sin : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Sin;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Cos(x);
}
