using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The natural logarithm of each element; integers become float32.</summary>
    [Mlx("core.log")]
    public static NDArray Log(NDArray x) => Unary.Apply<Log>(Elementwise.ToInexact(x));
}

/// <summary>log(x)</summary>
internal sealed record Log : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Log;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => Mx.Reciprocal(x);
}
