namespace Tangent.Kernels;

/// <summary>Views of a layout in a larger shape.</summary>
internal static class LayoutBroadcast
{
    /// <summary>The layout with axes of length 1 and missing leading axes repeated to <paramref name="shape"/>.</summary>
    public static Layout Broadcast(this Layout layout, int[] shape)
    {
        if (layout.Shape.AsSpan().SequenceEqual(shape))
            return layout;
        int added = shape.Length - layout.Shape.Length;
        if (added < 0)
            throw Mismatch(layout, shape);
        var strides = new long[shape.Length];
        for (int axis = added; axis < shape.Length; axis++)
        {
            int length = layout.Shape[axis - added];
            if (length == shape[axis])
                strides[axis] = layout.Strides[axis - added];
            else if (length != 1)
                throw Mismatch(layout, shape);
        }
        return new(shape, strides, layout.Offset);
    }

    private static ArgumentException Mismatch(Layout layout, int[] shape) =>
        new($"Shape [{string.Join(',', layout.Shape)}] does not broadcast to [{string.Join(',', shape)}].");
}
