namespace Tangent.Kernels;

/// <summary>An operand of an epilogue as a matrix: all axes but the last are rows, counted through. Strides are in bytes.</summary>
internal sealed unsafe class EpilogueOperand
{
    private readonly BufferView view;
    private readonly int size;
    private readonly long columnStride;
    private readonly List<(long Length, long Stride)> rowAxes = [];

    /// <summary>
    /// An operand of rows that run one by one or, if they are short, together. It is read as one element where it
    /// <paramref name="mayRepeat"/> and does so.
    /// </summary>
    public EpilogueOperand(BufferView view, bool runsTogether, bool mayRepeat)
    {
        this.view = view;
        size = view.DType.Size;
        Layout layout = view.Layout;
        columnStride = layout.Shape[^1] == 1 ? 0 : layout.Strides[^1] * size;
        for (int axis = 0; axis < layout.Shape.Length - 1; axis++)
            AddRowAxis(layout.Shape[axis], layout.Strides[axis] * size);
        bool repeats = columnStride == 0 && (!runsTogether || rowAxes.TrueForAll(axis => axis.Stride == 0));
        bool isDirect = runsTogether ? layout.IsRowMajor : columnStride == size;
        Kind = repeats && mayRepeat ? MapOperand.Scalar : isDirect ? MapOperand.Direct : MapOperand.Gathered;
    }

    /// <summary>How rows are read.</summary>
    public MapOperand Kind { get; }

    /// <summary>The address of an element.</summary>
    public byte* At(long row, long column)
    {
        long offset = column * columnStride;
        for (int axis = rowAxes.Count - 1; axis > 0; axis--)
        {
            (row, long position) = Math.DivRem(row, rowAxes[axis].Length);
            offset += position * rowAxes[axis].Stride;
        }
        return view.Pointer + offset + (rowAxes.Count > 0 ? row * rowAxes[0].Stride : 0);
    }

    /// <summary>Copies a block to dense memory, row after row.</summary>
    public void Gather(long row, int rows, long column, int columns, byte* destination)
    {
        (long length, long down) = rowAxes.Count == 0 ? (1, 0) : rowAxes[^1];
        for (long end = row + rows; row < end;)
        {
            long run = Math.Min(end - row, length - row % length);
            BlockCopy.Run(At(row, column), down, columnStride, destination, run, columns, size);
            destination += run * columns * size;
            row += run;
        }
    }

    // The last axis so far and the new one are one if a step along the former is as long as all steps along the latter.
    private void AddRowAxis(long length, long stride)
    {
        if (length == 1)
            return;
        if (rowAxes.Count > 0 && rowAxes[^1].Stride == length * stride)
            rowAxes[^1] = (rowAxes[^1].Length * length, stride);
        else
            rowAxes.Add((length, stride));
    }
}
