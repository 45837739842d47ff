using Tangent.Kernels;

namespace Tangent;

/// <summary>The cotangent of <see cref="MaxPool"/>'s input from that of its result, the input and the result: each window's goes to its largest elements evenly.</summary>
internal sealed record MaxPoolCotangent(PoolWindow Window) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Window), Window)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[1].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => Window.Kernel(PoolOp.MaximumCotangent);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, NDArray?[] x, ArraySpec input) => new MaxPoolTangent(Window).Apply(ct, x[1]!, x[2]!);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => Batching.Vmap(this, x, axes);
}
