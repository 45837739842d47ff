using Tangent.Kernels;

namespace Tangent;

/// <summary>The same elements in memory of their own: whoever reads them later does not keep what they were a part of.</summary>
internal sealed record Copy : Linear
{
    // A larger part costs so much itself that a copy of all changes little.
    private const int LeastShare = 4;

    /// <summary>A part of an array, taken out of it if that is little work: what is written there later can then be written in place.</summary>
    public static NDArray OfPart(NDArray part, NDArray whole) =>
        part.Size <= whole.Size / LeastShare ? Shared<Copy>.Instance.Apply(part) : part;

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => RowMajorKernel.Instance;

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => ct;

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) => support;

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Place;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(x[0]), axes[0]);
}
