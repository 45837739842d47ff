using Tangent.Kernels;

namespace Tangent;

/// <summary>A reduction over axes, which vanish, that keeps the element type.</summary>
internal abstract record Fold(Axes Axes) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axes), Axes)];

    /// <summary>How elements are combined.</summary>
    protected abstract FoldOp Op { get; }

    /// <summary>The same reduction over other axes.</summary>
    protected abstract Fold Over(Axes axes);

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape.Without(Axes.Values), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new FoldKernel(Op, Axes.Values);

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) => support?.Arranged(Spread, node.Inputs[0].Shape);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Folding.Vmap(x[0], axes[0]!.Value, Axes, Over);

    /// <summary>A result of the reduction, repeated along the axes that vanished.</summary>
    protected NDArray Spread(NDArray y, Shape shape) => Folding.Spread(y, Axes, shape);
}
