using Tangent.Kernels;

namespace Tangent;

/// <summary>The tangent of <see cref="MaxPool"/> from that of its input, the input and the result: in each window the mean over its largest elements.</summary>
internal sealed record MaxPoolTangent(PoolWindow Window) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Window), Window)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[2].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => Window.Kernel(PoolOp.MaximumTangent);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, NDArray?[] x, ArraySpec input) => new MaxPoolCotangent(Window).Apply(ct, x[1]!, x[2]!);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
