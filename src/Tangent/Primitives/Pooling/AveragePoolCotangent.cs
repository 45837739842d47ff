using Tangent.Kernels;

namespace Tangent;

/// <summary>The transpose of <see cref="AveragePool"/>: an even share of each window's cotangent for every element in it.</summary>
/// <param name="Window">The window.</param>
/// <param name="Lengths">What it was moved over.</param>
internal sealed record AveragePoolCotangent(PoolWindow Window, PerAxis Lengths) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Window), Window), new(nameof(Lengths), Lengths)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(new Shape([.. x[0].Shape.Lengths[..^(Window.Axes + 1)], .. Lengths.Values, x[0].Shape[^1]]), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => Window.Kernel(PoolOp.MeanCotangent);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => new AveragePool(Window).Apply(ct);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(Batching.Move(new(x[0], axes[0]), 0)), 0);
}
