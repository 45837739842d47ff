namespace Tangent.Kernels;

/// <summary>The matrices [..., rows, columns] of an array of any strides.</summary>
internal readonly unsafe struct MatrixStack(BufferView view)
{
    private readonly Layout layout = view.Layout;

    public int Rows => layout.Shape[^2];

    public int Columns => layout.Shape[^1];

    public long RowStride => layout.Strides[^2];

    public long ColumnStride => layout.Strides[^1];

    /// <summary>How many there are.</summary>
    public long Count => Layout.CountOf(layout.Shape.AsSpan(..^2));

    /// <summary>Elements from the first matrix to one of them, counted in row-major order.</summary>
    public long Offset(long index)
    {
        long offset = 0;
        for (int axis = layout.Shape.Length - 3; axis >= 0; axis--)
        {
            (index, long place) = Math.DivRem(index, layout.Shape[axis]);
            offset += place * layout.Strides[axis];
        }
        return offset;
    }

    /// <summary>The matrix so many elements from the first.</summary>
    public StridedMatrix At(long offset) => new(view.Pointer + offset * view.DType.Size, Rows, Columns, RowStride, ColumnStride);

    /// <summary>Elements from the first matrix to those that indices choose along the only axis before the matrices'.</summary>
    public long[] Offsets(string kernel, BufferView indices)
    {
        var offsets = new long[indices.Layout.Count];
        using var elements = ElementOffsets.OfSlices(kernel, layout, [indices], [0], [1, Rows, Columns], indices.Layout.Shape, clamp: true);
        elements.Read(0, offsets);
        return offsets;
    }
}
