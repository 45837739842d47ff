using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// The places of slices along some axes of an array, from integers along the last axis of the input, negative ones
/// from the end. Evaluation refuses slices of some sizes that would not lie within an array of the shape.
/// </summary>
internal sealed record SliceStarts(string Function, Shape Shape, Axes Axes, Shape Sizes) : Primitive
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Function), Function), new(nameof(Shape), Shape), new(nameof(Axes), Axes), new(nameof(Sizes), Sizes)];

    /// <summary>An array of one place for each of the axes.</summary>
    public static NDArray[] Of(string function, Shape shape, NDArray start, Axes axes, Shape sizes)
    {
        NDArray places = new SliceStarts(function, shape, axes, sizes).Apply(Mx.Reshape(Signed(start), axes.Count));
        return [.. Enumerable.Range(0, axes.Count).Select(i => Mx.Squeeze(Slice.Along(places, 0, i, 1), 0))];
    }

    /// <inheritdoc/>
    public override ArraySpec Infer(Node[] x) => x[0].Spec;

    /// <inheritdoc/>
    public override Kernel Lower(Node[] x, ArraySpec y) => new SliceStartsKernel(Function, Shape.Lengths, Axes.Values, Sizes.Lengths);

    /// <inheritdoc/>
    public override NDArray? Jvp(NDArray[] x, NDArray?[] dx, NDArray y) => null;

    /// <inheritdoc/>
    public override NDArray?[] Vjp(NDArray[] x, bool[] active, NDArray y, NDArray ct) => [null];

    /// <inheritdoc/>
    public override Batched Vmap(NDArray[] x, int?[] axes) => new(Apply(Batching.Move(new(x[0], axes[0]), 0)), 0);

    // Beyond int64 a start would change its sign.
    private static NDArray Signed(NDArray start) =>
        Mx.AsType(start.DType == DType.UInt64 ? Mx.Minimum(start, Constant.Of(int.MaxValue, DType.UInt64)) : start, DType.Int64);
}
