using Tangent.Kernels;

namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// The part of an array that starts where an array of integers says: <c>start[i]</c> along <c>axes[i]</c>, negative
    /// ones from the end, and 0 along all other axes. The part may depend on values, its size not.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="startIndices">Integers, one for each of the axes; without an axis of its own where that is one.</param>
    /// <param name="axes">The axes along which the part starts elsewhere than at 0.</param>
    /// <param name="sliceSize">The length of the part along every axis of the array.</param>
    /// <exception cref="ArgumentException">The arguments do not fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The part is longer than the array or, when evaluated, starts so that it would not lie within.</exception>
    [Mlx("core.slice")]
    public static NDArray Slice(NDArray x, NDArray startIndices, Axes axes, Shape sliceSize)
    {
        const string name = "Slice";
        Axes along = AlongAxes(name, x.Shape, startIndices, axes, sliceSize);
        if (along.Count == 0 || sliceSize.Size == 0)
            return Tangent.Slice.Of(x, Region.Full(sliceSize));
        return Gather.Of(name, x, SliceStarts.Of(name, x.Shape, startIndices, along, sliceSize), along, sliceSize);
    }

    /// <summary>
    /// The array with an update, converted to its type, in place of the part of the update's shape that starts where an
    /// array of integers says; see <see cref="Slice"/>. An update of fewer axes stands for one with first axes of length 1.
    /// </summary>
    /// <param name="x">The array.</param>
    /// <param name="update">What replaces the part.</param>
    /// <param name="startIndices">Integers, one for each of the axes; without an axis of its own where that is one.</param>
    /// <param name="axes">The axes along which the part starts elsewhere than at 0.</param>
    /// <exception cref="ArgumentException">The arguments do not fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The update is longer than the array or, when evaluated, starts so that it would not lie within.</exception>
    [Mlx("core.slice_update")]
    public static NDArray SliceUpdate(NDArray x, NDArray update, NDArray startIndices, Axes axes)
    {
        const string name = "SliceUpdate";
        if (update.Rank > x.Rank)
            throw new ArgumentException($"{name}: the update has shape {update.Shape}, which has more axes than the array's shape {x.Shape}.", nameof(update));
        NDArray part = Reshape(Elementwise.ToType(name, update, x.DType), [.. Enumerable.Repeat(1, x.Rank - update.Rank), .. update.Shape]);
        Axes along = AlongAxes(name, x.Shape, startIndices, axes, part.Shape);
        if (along.Count == 0 || part.Size == 0)
            return Tangent.SliceUpdate.Of(x, part, Region.Full(part.Shape));
        NDArray[] starts = SliceStarts.Of(name, x.Shape, startIndices, along, part.Shape);
        return new Scatter(ScatterMode.Set, along, true).Write(x, starts, part);
    }

    private static Axes AlongAxes(string function, Shape shape, NDArray startIndices, Axes axes, Shape size)
    {
        Indices.Require(function, startIndices);
        if (startIndices.Rank > 1 || startIndices.Size != axes.Count)
            throw new ArgumentException($"{function}: the start indices have shape {startIndices.Shape}, for {axes.Count} axes {axes}.", nameof(startIndices));
        if (size.Rank != shape.Rank)
            throw new ArgumentException($"{function}: the slice size {size} has another number of axes than shape {shape}.", nameof(size));
        for (int axis = 0; axis < size.Rank; axis++)
            if (size[axis] < 0 || size[axis] > shape[axis])
                throw new ArgumentOutOfRangeException(nameof(size), size[axis], $"{function}: a slice of size {size} does not lie within shape {shape}.");
        Axes.Normalize(function, (Axes?)axes, shape.Rank);
        return new([.. axes.Select(axis => Axes.Normalize(function, axis, shape.Rank))]);
    }
}
