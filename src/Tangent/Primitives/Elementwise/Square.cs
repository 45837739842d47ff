using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The square of each element, of its type.</summary>
    [Mlx("core.square")]
    public static NDArray Square(NDArray x) => Unary.Apply<Square>(x);
}

/// <summary>x * x</summary>
internal sealed record Square : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Square;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => 2 * x;
}
