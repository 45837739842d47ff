using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The natural logarithm of 1 plus each element, accurate near 0; integers become float32.</summary>
    [Mlx("core.log1p")]
    public static NDArray Log1p(NDArray x) => Unary.Apply<Log1p>(Elementwise.ToInexact(x));
}

/// <summary>log(1 + x)</summary>
internal sealed record Log1p : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Log1p;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Reciprocal(1 + x);
}
