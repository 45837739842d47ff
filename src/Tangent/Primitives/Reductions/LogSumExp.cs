using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// log(sum(exp(x))) over some axes, or all, without overflow: the largest element is taken out first. It is -∞ of
    /// none. Integers become float32.
    /// </summary>
    [Mlx("core.logsumexp")]
    public static NDArray LogSumExp(NDArray x, Axes? axis = null, bool keepdims = false)
    {
        NDArray inexact = Elementwise.ToInexact(x);
        NDArray y = Folding.Apply("LogSumExp", Folding.Precise(inexact), axis, keepdims, axes => new LogSumExp(axes));
        return AsType(y, inexact.DType);
    }
}

/// <summary>log(sum(exp(x))) over axes, which vanish.</summary>
internal sealed record LogSumExp(Axes Axes) : RowComposite
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axes), Axes)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape.Without(Axes.Values), x[0].DType);

    /// <inheritdoc/>
    public override NDArray Expand(NDArray[] x)
    {
        if (x[0].Size == 0)
            return Mx.Full(x[0].Shape.Without(Axes.Values), double.NegativeInfinity, x[0].DType);
        NDArray largest = Mx.Max(Mx.Real(x[0]), Axes);
        // An infinity cannot be subtracted from itself, and need not be: exp does not overflow for what is infinite.
        NDArray shift = Mx.AsType(Mx.Where(Mx.IsFinite(largest), largest, Mx.ZerosLike(largest)), x[0].DType);
        NDArray sum = Mx.Sum(Mx.Exp(x[0] - Folding.Spread(shift, Axes, x[0].Shape)), Axes);
        return Mx.Log(sum) + shift;
    }

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Mx.Sum(dx[0]! * Weights(x[0], y), Axes);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) =>
        [Folding.Spread(ct, Axes, x[0].Shape) * Weights(x[0], y)];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) =>
        Folding.Vmap(x[0], axes[0]!.Value, Axes, shifted => new LogSumExp(shifted));

    // exp(x - y), which is 0 where everything is -∞. The largest number stands for +∞, which less itself would be NaN:
    // an element that is +∞ weighs 1, and any other beside it 0.
    private NDArray Weights(NDArray x, NDArray y)
    {
        double most = new FInfo(x.DType).Max;
        NDArray total = Mx.Minimum(Mx.Where(Mx.IsNegInf(y), Mx.ZerosLike(y), y), most);
        return Mx.Exp(Mx.Minimum(x, most) - Folding.Spread(total, Axes, x.Shape));
    }
}
