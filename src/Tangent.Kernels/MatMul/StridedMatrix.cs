namespace Tangent.Kernels;

/// <summary>A strided matrix in memory; strides count elements, whose type the reader knows.</summary>
internal readonly unsafe struct StridedMatrix(byte* pointer, int rows, int columns, long rowStride, long columnStride)
{
    public readonly byte* Pointer = pointer;
    public readonly int Rows = rows;
    public readonly int Columns = columns;
    public readonly long RowStride = rowStride;
    public readonly long ColumnStride = columnStride;

    /// <summary>The same elements with rows and columns exchanged.</summary>
    public StridedMatrix Transposed => new(Pointer, Columns, Rows, ColumnStride, RowStride);

    /// <summary>Elements from the lowest address to the highest, both included, of a matrix that is not empty.</summary>
    public double Span => 1 + (Rows - 1.0) * Math.Abs(RowStride) + (Columns - 1.0) * Math.Abs(ColumnStride);

    /// <summary>The block of the given size at (<paramref name="row"/>, <paramref name="column"/>).</summary>
    public StridedMatrix Block(long row, int rows, long column, int columns, int elementSize) =>
        new(Pointer + (row * RowStride + column * ColumnStride) * elementSize, rows, columns, RowStride, ColumnStride);
}
