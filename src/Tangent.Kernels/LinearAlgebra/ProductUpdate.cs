using System.Numerics;

namespace Tangent.Kernels;

/// <summary>Products of parts of matrices, by the routines of the matrix product.</summary>
internal static unsafe class ProductUpdate<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    // Below so many multiplications the packing of a product costs more than it saves.
    private const long FewMultiplications = 4096;

    // Elements of a product that wait to be subtracted: they stay in a cache, and what is packed serves many rows.
    private const int WaitingElements = 256 * 1024;

    // Rows of a product that one thread computes: what is packed serves all of them.
    private const int AssignedRows = 256;

    /// <summary>c −= a·b, where the parts have any strides but c's columns lie side by side, <paramref name="stride"/> apart from row to row.</summary>
    public static void Subtract(T* c, long stride, MatrixView a, MatrixView b)
    {
        if (a.Rows == 0 || b.Columns == 0 || a.Columns == 0)
            return;
        if ((long)a.Rows * a.Columns * b.Columns < FewMultiplications || typeof(T) == typeof(Complex))
            SubtractDirectly(c, stride, a, b);
        else
            SubtractInBlocks(c, stride, a, b);
    }

    /// <summary>c = a·b, likewise.</summary>
    public static void Assign(T* c, long stride, MatrixView a, MatrixView b)
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
        Workers.For((a.Rows + AssignedRows - 1) / AssignedRows, Math.Max(1, 1_000_000 / ((long)AssignedRows * a.Columns * b.Columns)), (start, end) =>
        {
            for (long block = start; block < end; block++)
            {
                int row = (int)block * AssignedRows, rows = Math.Min(AssignedRows, a.Rows - row);
                product.Run(a.Block(row, rows, 0, a.Columns, sizeof(T)), b, new ProductTarget((byte*)(c + row * stride), (int)stride, sizeof(T)), method);
            }
        });
    }

    private static void SubtractDirectly(T* c, long stride, MatrixView a, MatrixView b)
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

    private static void SubtractInBlocks(T* c, long stride, MatrixView a, MatrixView b)
    {
        ProductRoutines product = ProductTable.For(TField.DType, VectorWidths.Widest);
        ProductMethod method = product.MethodOf(a, b, b.Columns);
        int height = Math.Clamp(WaitingElements / b.Columns, 1, a.Rows);
        long blocks = (a.Rows + height - 1) / height;
        Workers.For(blocks, Math.Max(1, 1_000_000 / ((long)height * a.Columns * b.Columns)), (start, end) =>
        {
            using var sums = new Scratch<T>((long)height * b.Columns);
            for (long block = start; block < end; block++)
            {
                int row = (int)block * height, rows = Math.Min(height, a.Rows - row);
                product.Run(a.Block(row, rows, 0, a.Columns, sizeof(T)), b, new ProductTarget((byte*)sums.Pointer, b.Columns, sizeof(T)), method);
                T one = TField.Make(1, 0);
                for (int i = 0; i < rows; i++)
                    TField.SubtractRows(c + (row + i) * stride, sums.Pointer + (long)i * b.Columns, 0, &one, 1, b.Columns);
            }
        });
    }
}
