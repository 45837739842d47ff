using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The largest element in a window that moves along the axes between the first and the last of [N, …, C]: [N, …, C]; NaN if any is.
    /// Elements that tie share a tangent evenly. A window that lies in the padding alone gives the least number of the type, -∞ for floating ones.
    /// </summary>
    /// <param name="input">[N, …, C], with one axis or more between; any type but complex.</param>
    /// <param name="window">Places of the window along each axis.</param>
    /// <param name="stride">By how much it moves; as long as it is, if nothing is said.</param>
    /// <param name="padding">Places without elements at either end.</param>
    /// <exception cref="ArgumentException">The window is larger than the padded input.</exception>
    public static NDArray MaxPool(NDArray input, PerAxis window, PerAxis? stride = null, PerAxis? padding = null)
    {
        var moved = PoolWindow.Of("MaxPool", input, window, stride, padding);
        if (input.DType.IsComplex)
            throw new ArgumentException($"MaxPool: {input.DType.Name()} has no largest element in a window.", nameof(input));
        return AsType(new MaxPool(moved).Apply(Folding.Precise(input)), input.DType);
    }
}

/// <summary>The largest element in each place of a window over [..., C].</summary>
internal sealed record MaxPool(PoolWindow Window) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Window), Window)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(Window.Over(x[0].Shape), x[0].DType);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => Window.Kernel(PoolOp.Maximum);

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => new MaxPoolTangent(Window).Apply(dx[0]!, x[0], y);

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [new MaxPoolCotangent(Window).Apply(ct, x[0], y)];

    /// <inheritdoc/>
    public override Support SupportOf(Node node, int input)
    {
        NDArray x = node.Inputs[0].Handle(), y = node.Handle();
        return new Support(() => Mx.NotEqual(new MaxPoolCotangent(Window).Apply(Mx.OnesLike(y), x, y), 0));
    }

    /// <inheritdoc/>
    public override bool CutsToSupport => true;

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(Batching.Move(new(x[0], axes[0]), 0)), 0);
}
