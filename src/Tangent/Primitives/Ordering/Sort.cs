using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The elements along an axis in ascending order, NaN last; a null axis sorts the flattened array. Tangents move with
    /// their elements, those of equal elements in the order of <see cref="ArgSort"/>.
    /// </summary>
    [Mlx("core.sort")]
    public static NDArray Sort(NDArray x, int? axis = -1)
    {
        ArgumentNullException.ThrowIfNull(x);
        return axis is { } given
        ? new Sort(Axes.Normalize("Sort", given, x.Rank)).Apply(x)
        : Sort(Flatten(x), 0);
    }
}

/// <summary>The elements in order along an axis.</summary>
internal sealed record Sort(int Axis) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axis), Axis)];

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new SortKernel(Axis);

    /// <inheritdoc/>
    public override NDArray Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => Mx.TakeAlongAxis(dx[0]!, Mx.ArgSort(x[0], Axis), Axis);

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes)
    {
        int axis = axes[0]!.Value;
        return new(new Sort(Axis < axis ? Axis : Axis + 1).Apply(x[0]), axis);
    }
}
