using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The quotient of two arrays, element by element, after broadcasting; integers become float32.</summary>
    [Mlx("core.divide")]
    public static NDArray Divide(NDArray x, NDArray y) => Binary.ApplyInexact<Divide>("Divide", x, y);
}

/// <summary>x / y</summary>
internal sealed record Divide : Binary, ITaylorRecurrence
{
    /// <inheritdoc/>
    protected override ScalarOp Op => ScalarOp.Divide;

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Tangents.Add(
        dx[0] is { } first ? first / x[1] : null,
        dx[1] is { } second ? -second * (y / x[1]) : null);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [active[0] ? ct / x[1] : null, active[1] ? -ct * (y / x[1]) : null];

    /// <inheritdoc/>
    public override Linearity LinearityIn(int input, int count) => input == 0 ? Linearity.Alone : Linearity.None;

    /// <inheritdoc/>
    public override NDArray?[] Transpose(NDArray ct, NDArray?[] x, ArraySpec[] inputs) => [ct / Known(x[1]), null];

    /// <summary>From the derivatives of y·(x/y) = x by the rule of Leibniz.</summary>
    public NDArray? Next(Node node, TaylorSeries?[] x, TaylorSeries y, int order)
    {
        NDArray divisor = node.Inputs[1].Handle();
        NDArray? sum = x[0]?[order];
        for (int k = 1; x[1] is { } moving && k <= order; k++)
            if (moving[k] is { } left && y[order - k] is { } right)
                sum = Tangents.Add(sum, -TaylorStep.Times(TaylorStep.Choose(order, k), left * right));
        return sum is null ? null : sum / divisor;
    }
}
