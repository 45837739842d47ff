using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The indices, uint32, that sort the elements along an axis in ascending order; a null axis sorts the flattened
    /// array. Equal elements keep their order, NaN come last. The tangent of indices is zero.
    /// </summary>
    [Mlx("core.argsort")]
    public static NDArray ArgSort(NDArray x, int? axis = -1)
    {
        ArgumentNullException.ThrowIfNull(x);
        return axis is { } given
        ? new ArgSort(Axes.Normalize("ArgSort", given, x.Rank)).Apply(x)
        : ArgSort(Flatten(x), 0);
    }
}

/// <summary>The places that sort along an axis.</summary>
internal sealed record ArgSort(int Axis) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape, DType.UInt32);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new ArgSortKernel(Axis);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => null;

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int axis = axes[0]!.Value;
        return new(new ArgSort(Axis < axis ? Axis : Axis + 1).Apply(x[0]), axis);
    }
}
