using Tangent.Kernels;

namespace Tangent;

/// <summary>The same elements in memory of their own: whoever reads them later does not keep what they were a part of.</summary>
internal sealed record Copy : Linear
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new BufferCopyKernel();

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => ct;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(x[0]), axes[0]);
}
