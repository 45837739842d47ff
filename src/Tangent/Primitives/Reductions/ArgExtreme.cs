using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The first place of the largest element along an axis, or in row-major order among all, as uint32. NaN counts
    /// as larger than any number, as in <see cref="Max"/>.
    /// </summary>
    /// <exception cref="ArgumentException">There are no elements along the axis.</exception>
    [Mlx("core.argmax")]
    public static NDArray ArgMax(NDArray x, int? axis = null, bool keepdims = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        return ArgExtreme.Of("ArgMax", true, x, axis, keepdims);
    }

    /// <summary>
    /// The first place of the smallest element along an axis, or in row-major order among all, as uint32. NaN counts
    /// as smaller than any number, as in <see cref="Min"/>.
    /// </summary>
    /// <exception cref="ArgumentException">There are no elements along the axis.</exception>
    [Mlx("core.argmin")]
    public static NDArray ArgMin(NDArray x, int? axis = null, bool keepdims = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        return ArgExtreme.Of("ArgMin", false, x, axis, keepdims);
    }
}

/// <summary>The place of the largest or smallest element along an axis, which vanishes. It has no derivative.</summary>
internal sealed record ArgExtreme(bool Largest, int Axis) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Largest), Largest), new(nameof(Axis), Axis)];

    /// <summary>The place along an axis; among all elements where it is null.</summary>
    public static NDArray Of(string function, bool largest, NDArray x, int? axis, bool keepdims)
    {
        Folding.RequireElements(function, x.Shape, axis is { } given ? given : null);
        int place = axis is { } chosen ? Axes.Normalize(function, chosen, x.Rank) : 0;
        NDArray y = new ArgExtreme(largest, place).Apply(axis is null ? Mx.Flatten(x) : x);
        if (!keepdims)
            return y;
        return axis is null ? Mx.Reshape(y, [.. Enumerable.Repeat(1, x.Rank)]) : Mx.ExpandDims(y, place);
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => new(x[0].Shape.Without([Axis]), DType.UInt32);

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new ArgExtremeKernel(Largest, Axis);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => null;

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) =>
        Folding.Vmap(x[0], axes[0]!.Value, Axis, shifted => this with { Axis = shifted[0] });
}
