using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>The same array with its elements one after the other in row-major order; a copy only where they are not.</summary>
    /// <param name="x">The array.</param>
    /// <param name="allowColMajor">Accepted for MLX's sake: the result is row-major in any case.</param>
    [Mlx("core.contiguous")]
    public static NDArray Contiguous(NDArray x, bool allowColMajor = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Shared<Contiguous>.Instance.Apply(x);
    }
}

/// <summary>The same elements in row-major order in memory.</summary>
internal sealed record Contiguous : Linear
{
    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new RowMajorView();

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => ct;

    /// <inheritdoc/>
    public override Support? PullSupport(Support? support, Node node, int input) => support;

    /// <inheritdoc/>
    public override Reach ReachOf(Node[] x, int input) => Reach.Place;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Mx.Contiguous(Batching.Move(new(x[0], axes[0]), 0)), 0);
}
