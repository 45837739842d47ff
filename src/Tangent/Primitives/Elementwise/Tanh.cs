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

    // 1 - y² would cancel: with s = sigmoid(-2|x|) it is 4s(1 - s). The choice is between branches of one even function.
    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y)
    {
        if (x.DType.IsComplex)
            return 1 - Mx.Square(y);
        NDArray s = Mx.Sigmoid(Mx.Where(x > 0, -2 * x, 2 * x));
        return 4 * s * (1 - s);
    }
}
