using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The logistic function 1 / (1 + exp(-x)) of each element; integers become float32.</summary>
    [Mlx("core.sigmoid")]
    public static NDArray Sigmoid(NDArray x) => Unary.Apply<Sigmoid>(Elementwise.ToInexact(x));
}

/// <summary>1 / (1 + exp(-x))</summary>
internal sealed record Sigmoid : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Sigmoid;

    // The second factor is 1 - y, which would cancel for large x.
    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => y * Mx.Sigmoid(-x);
}
