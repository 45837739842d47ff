using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The mean in a window that moves along the axes between the first and the last of [N, …, C]: [N, …, C]. In the padding stand zeros, which count.
    /// Integers become float32; 16-bit types are summed in float32 and rounded once.
    /// </summary>
    /// <param name="input">[N, …, C], with one axis or more between.</param>
    /// <param name="window">Places of the window along each axis.</param>
    /// <param name="stride">By how much it moves; as long as it is, if nothing is said.</param>
    /// <param name="padding">Zeros at either end.</param>
    /// <exception cref="ArgumentException">The window is larger than the padded input.</exception>
    public static NDArray AveragePool(NDArray input, PerAxis window, PerAxis? stride = null, PerAxis? padding = null)
    {
        var moved = PoolWindow.Of("AveragePool", input, window, stride, padding);
        NDArray inexact = Elementwise.ToInexact(input);
        return AsType(new AveragePool(moved).Apply(Folding.Precise(inexact)), inexact.DType);
    }
}

/// <summary>The mean in each place of a window over [..., C].</summary>
internal sealed record AveragePool(PoolWindow Window) : Linear
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Window), Window)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Window.Over(x[0].Shape), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => Window.Kernel(PoolOp.Mean);

    /// <inheritdoc/>
    public override NDArray Transpose(NDArray ct, ArraySpec x) => new AveragePoolCotangent(Window, [.. x.Shape.Lengths[^(Window.Axes + 1)..^1]]).Apply(ct);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(Batching.Move(new(x[0], axes[0]), 0)), 0);
}
