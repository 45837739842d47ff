using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The logarithm to base 2 of each element; integers become float32.</summary>
    [Mlx("core.log2")]
    public static NDArray Log2(NDArray x) => Unary.Apply<Log2>(Elementwise.ToInexact(x));
}

/// <summary>log(x) / log(2)</summary>
internal sealed record Log2 : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Log2;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => (1 / Math.Log(2)) / x;
}
