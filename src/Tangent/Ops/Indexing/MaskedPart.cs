using Tangent.Kernels;

namespace Tangent;

/// <summary>The elements of an array where a mask over its leading axes is true.</summary>
internal sealed class MaskedPart : IPart
{
    private readonly string function;
    private readonly NDArray mask;
    private readonly Shape element;

    /// <summary>A part of arrays of a shape.</summary>
    /// <param name="function">For messages.</param>
    /// <param name="shape">The shape of the array.</param>
    /// <param name="mask">Bool; its lengths are those of the leading axes of the array.</param>
    public MaskedPart(string function, Shape shape, NDArray mask)
    {
        if (mask.Rank > shape.Rank || !mask.Shape.AsSpan().SequenceEqual(shape.AsSpan()[..mask.Rank]))
            throw new ArgumentException($"{function}: the mask has shape {mask.Shape}, which the leading axes of shape {shape} must have too.", nameof(mask));
        this.function = function;
        this.mask = mask;
        element = new Shape(shape.Lengths[mask.Rank..]);
    }

    /// <inheritdoc/>
    public NDArray Write(NDArray x, NDArray values, ScatterMode mode)
    {
        NDArray updates = Fit(Elementwise.ToType(function, values, x.DType), x.Shape);
        if (x.Size == 0 || updates.Size == 0)
            return x.Share();
        return updates.Shape[0] == 1 ? WriteOne(x, updates, mode) : WriteInOrder(x, updates, mode);
    }

    /// <summary>Values with a first axis along which there is one for each true place, or one for all.</summary>
    private NDArray Fit(NDArray values, Shape shape)
    {
        int surplus = Math.Max(0, values.Rank - element.Rank - 1);
        int count = values.Rank > element.Rank ? values.Shape[surplus] : 1;
        var full = new Shape([count, .. element]);
        Shape own = new(values.Shape.Lengths[surplus..]);
        if (values.Shape.AsSpan()[..surplus].ContainsAnyExcept(1) || !own.BroadcastsTo(full))
            throw new ArgumentException(
                $"{function}: values of shape {values.Shape} do not fit what a mask of shape {mask.Shape} selects of shape {shape}: elements of shape {element}, one for each true place or one for all.",
                nameof(values));
        return Mx.BroadcastTo(Mx.Reshape(values, own), full);
    }

    private NDArray WriteOne(NDArray x, NDArray updates, ScatterMode mode)
    {
        NDArray choice = Mx.Reshape(mask, [.. mask.Shape, .. Enumerable.Repeat(1, element.Rank)]);
        NDArray values = Mx.BroadcastTo(Mx.Reshape(updates, element), x.Shape);
        return Mx.Where(choice, mode.Combine(x, values), x);
    }

    // A stable sort brings the true places to the front, in order. What is not true is sent out of range, where it is ignored.
    private NDArray WriteInOrder(NDArray x, NDArray updates, ScatterMode mode)
    {
        int places = checked((int)mask.Size);
        int count = Math.Min(places, updates.Shape[0]);
        NDArray flat = Mx.Reshape(mask, places);
        NDArray front = Slice.Along(Mx.ArgSort(Mx.LogicalNot(flat), 0), 0, 0, count);
        NDArray target = Mx.Where(Mx.Take(flat, front, 0), front, Constant.Of(places, DType.UInt32));
        NDArray elements = Mx.ExpandDims(Slice.Along(updates, 0, 0, count), 1);
        return Mx.Reshape(Scatter.Of(function, mode, Mx.Reshape(x, [places, .. element]), [target], elements, 0), x.Shape);
    }
}
