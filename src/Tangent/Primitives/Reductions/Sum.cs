using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The sum over some axes, or all. Sums of bool and of integers narrower than 32 bits are int32 or uint32; those of more than 2³¹ − 1
    /// truth values are int64, which holds them.
    /// </summary>
    [Mlx("core.sum")]
    public static NDArray Sum(NDArray x, Axes? axis = null, bool keepdims = false) =>
        Folding.Apply("Sum", Widen(x, axis), axis, keepdims, axes => new Sum(axes));

    private static NDArray Widen(NDArray x, Axes? axis)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType == DType.Bool && x.Size > int.MaxValue && Folding.Count("Sum", x.Shape, axis) > int.MaxValue
            ? AsType(x, DType.Int64)
            : Folding.Widen(x);
    }
}

/// <summary>A sum over axes, which vanish.</summary>
internal sealed record Sum(Axes Axes) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axes), Axes)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape.Without(Axes.Values), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new FoldKernel(FoldOp.Sum, Axes.Values);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => Mx.BroadcastTo(Mx.ExpandDims(ct, Axes), x.Shape);

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) => support?.Arranged(Transpose, node.Inputs[0].Spec);

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Sent;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Folding.Vmap(x[0], axes[0]!.Value, Axes, shifted => new Sum(shifted));
}
