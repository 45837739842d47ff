using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Products of parts of matrices, by the routines of the matrix product.</summary>
internal static unsafe class ProductUpdate<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    // Below so many multiplications the packing of a product costs more than it saves.
    private const long FewMultiplications = 4096;

    // Rows or columns of a difference that go to one thread together: whole tiles of every width.
    private const int UnitOfThreads = 64;
    private const long WorthAThread = 1_000_000;

    // Elements of a product at a time: what is packed serves many rows.
    private const int WaitingElements = 256 * 1024;

    // Of fewer rows than this, so many columns are computed at a time.
    private const int FewRows = 128;
    private const int WideColumns = 256;

    /// <summary>c −= a·b, where the parts have any strides but c's columns lie side by side, <paramref name="stride"/> apart from row to row.</summary>
    public static void Subtract(T* c, long stride, StridedMatrix a, StridedMatrix b)
    {
        if (a.Rows == 0 || b.Columns == 0 || a.Columns == 0)
            return;
        if ((long)a.Rows * a.Columns * b.Columns < FewMultiplications || typeof(T) == typeof(Complex))
            SubtractDirectly(c, stride, a, b);
        else
            SubtractInBlocks(c, stride, a, b);
    }

    /// <summary>c = a·b, likewise.</summary>
    public static void Assign(T* c, long stride, StridedMatrix a, StridedMatrix b)
    {
        if (a.Rows == 0 || b.Columns == 0)
            return;
        if ((long)a.Rows * a.Columns * b.Columns < FewMultiplications || typeof(T) == typeof(Complex))
        {
            for (int i = 0; i < a.Rows; i++)
                for (int j = 0; j < b.Columns; j++)
                    c[i * stride + j] = TField.Make(0, 0);
            SubtractDirectly(c, stride, a, b);
            for (int i = 0; i < a.Rows; i++)
                for (int j = 0; j < b.Columns; j++)
                    c[i * stride + j] = TField.Subtract(TField.Make(0, 0), c[i * stride + j]);
            return;
        }
        ProductRoutines product = ProductTable.For(TField.DType, VectorWidths.Widest);
        ProductMethod method = product.MethodOf(a, b, stride);
        ForBlocks(a, b, (x, y, row, column) =>
            product.Run(x, y, new ProductTarget((byte*)(c + row * stride + column), (int)stride, sizeof(T)), method));
    }

    private static void SubtractDirectly(T* c, long stride, StridedMatrix a, StridedMatrix b)
    {
        T* factors = stackalloc T[1];
        for (int i = 0; i < a.Rows; i++)
            for (int k = 0; k < a.Columns; k++)
            {
                *factors = ((T*)a.Pointer)[i * a.RowStride + k * a.ColumnStride];
                if (b.ColumnStride == 1)
                    TField.SubtractRows(c + i * stride, (T*)b.Pointer + k * b.RowStride, 0, factors, 1, b.Columns);
                else
                    for (int j = 0; j < b.Columns; j++)
                        c[i * stride + j] = TField.Subtract(c[i * stride + j], TField.Multiply(*factors, ((T*)b.Pointer)[k * b.RowStride + j * b.ColumnStride]));
            }
    }

    // Shared out along the longer side, so that what is packed twice is little.
    private static void SubtractInBlocks(T* c, long stride, StridedMatrix a, StridedMatrix b)
    {
        ProductRoutines product = ProductTable.For(TField.DType, VectorWidths.Widest);
        int depth = product.DepthOf(a, b);
        bool byRows = a.Rows >= b.Columns;
        int length = byRows ? a.Rows : b.Columns, units = (length + UnitOfThreads - 1) / UnitOfThreads;
        long workOfUnit = (long)UnitOfThreads * a.Columns * (byRows ? b.Columns : a.Rows);
        Workers.For(units, Math.Max(1, WorthAThread / workOfUnit), (start, end) =>
        {
            int first = (int)start * UnitOfThreads, count = (int)Math.Min(length, end * UnitOfThreads) - first;
            if (byRows)
                product.Subtract(a.Block(first, count, 0, a.Columns, sizeof(T)), b, (byte*)(c + first * stride), stride, depth);
            else
                product.Subtract(a, b.Block(0, b.Rows, first, count, sizeof(T)), (byte*)(c + first), stride, depth);
        });
    }

    // Parts of the output, some rows of a by all columns of b, or where there are few rows, by some columns: threads share them.
    private static void ForBlocks(StridedMatrix a, StridedMatrix b, Action<StridedMatrix, StridedMatrix, long, long> run)
    {
        int width = a.Rows < FewRows ? Math.Min(b.Columns, WideColumns) : b.Columns, height = Math.Clamp(WaitingElements / width, 1, a.Rows);
        long across = (b.Columns + width - 1) / width, down = (a.Rows + height - 1) / height;
        Workers.For(across * down, Math.Max(1, WorthAThread / ((long)height * a.Columns * width)), (start, end) =>
        {
            for (long block = start; block < end; block++)
            {
                long row = block / across * height, column = block % across * width;
                int rows = (int)Math.Min(height, a.Rows - row), columns = (int)Math.Min(width, b.Columns - column);
                run(a.Block(row, rows, 0, a.Columns, sizeof(T)), b.Block(0, b.Rows, column, columns, sizeof(T)), row, column);
            }
        });
    }
}
