namespace Tangent.Kernels;

/// <summary>Arrays seen with one axis moved to the end, so that what runs along it lies in dense rows.</summary>
internal static class AxisRows
{
    /// <summary>The same elements with <paramref name="axis"/> as the last axis.</summary>
    public static BufferView MoveToEnd(BufferView view, int axis)
    {
        var (shape, strides) = (view.Layout.Shape, view.Layout.Strides);
        if (axis == shape.Length - 1)
            return view;
        return view.With(new Layout(
            [.. shape.AsSpan(0, axis), .. shape.AsSpan(axis + 1), shape[axis]],
            [.. strides.AsSpan(0, axis), .. strides.AsSpan(axis + 1), strides[axis]],
            view.Layout.Offset));
    }

    /// <summary>A dense copy with <paramref name="axis"/> as the last axis.</summary>
    public static BufferView Copy(BufferView view, int axis)
    {
        BufferView moved = MoveToEnd(view, axis);
        var rows = BufferView.Allocate(view.DType, moved.Layout.Shape);
        CopyExecutor.Run(moved, rows);
        return rows;
    }
}
