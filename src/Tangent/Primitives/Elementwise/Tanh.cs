using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The hyperbolic tangent of each element; integers become float32.</summary>
    [Mlx("core.tanh")]
    public static NDArray Tanh(NDArray x) => Unary.Apply<Tanh>(Elementwise.ToInexact(x));
}

/// <summary>sinh(x) / cosh(x)</summary>
internal sealed record Tanh : Unary
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Tanh;

    // 1 - y² cancels far out: with s = sigmoid(-2|x|) it is 4s(1 - s). The choice is between branches of one even function. But x must
    // be kept for it beside y, which doubles what a layer keeps: in float32, where half of the digits are left up to |x| = 4, y is enough.
    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y)
    {
        if (x.DType is DType.Float32 or DType.Complex64)
            return OneMinusSquare.Of(y);
        NDArray s = Mx.Sigmoid(Mx.Where(x > 0, -2 * x, 2 * x));
        return 4 * s * (1 - s);
    }
}
