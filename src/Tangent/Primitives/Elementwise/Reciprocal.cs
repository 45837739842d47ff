using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>1 over each element; integers become float32.</summary>
    [Mlx("core.reciprocal")]
    public static NDArray Reciprocal(NDArray x) => Unary.Apply<Reciprocal>(Elementwise.ToInexact(x));
}

/// <summary>1 / x</summary>
internal sealed record Reciprocal : Unary, ITaylorRecurrence
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Reciprocal;

    /// <inheritdoc/>
    protected override NDArray Derivative(NDArray x, NDArray y) => -Mx.Square(y);

    /// <summary>From the derivatives of x·(1/x) = 1 by the rule of Leibniz.</summary>
    public NDArray? Next(Node node, TaylorSeries?[] x, TaylorSeries y, int order)
    {
        NDArray? sum = null;
        for (int k = 1; k <= order; k++)
            if (x[0]![k] is { } left && y[order - k] is { } right)
                sum = Tangents.Add(sum, TaylorStep.Times(TaylorStep.Choose(order, k), left * right));
        return sum is null ? null : -sum * y.Value;
    }
}
