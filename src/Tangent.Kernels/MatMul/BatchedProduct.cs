namespace Tangent.Kernels;

/// <summary>The products of a batch, whose leading axes broadcast. Each is cut into the parts of a grid: the unit of work of a thread is a part.</summary>
internal readonly unsafe struct BatchedProduct
{
    private readonly BufferView x;
    private readonly BufferView y;
    private readonly ProductTarget target;
    private readonly ProductShape shape;
    private readonly ProductRoutines product;
    private readonly ProductMethod method;
    private readonly int batchRank;
    private readonly long rowStrideOfX;
    private readonly long batch;
    private readonly int threads;
    private readonly ProductGrid grid;

    public BatchedProduct(BufferView x, BufferView y, Program? epilogue, BufferView[] operands, BufferView output, int vectorBits)
    {
        product = ProductTable.For(x.DType, vectorBits);
        (x, y) = (Spread(x, output), Spread(y, output));
        if (GainsByTransposing(x.Layout, y.Layout))
        {
            (x, y, output) = (Transposed(y), Transposed(x), Transposed(output));
            operands = Array.ConvertAll(operands, Transposed);
        }
        (this.x, this.y) = (x, y);
        target = new(output, epilogue is null ? null : new Epilogue(epilogue, operands, output));
        (shape, rowStrideOfX, batchRank) = JoinRows(x.Layout, y.Layout);
        batch = Layout.CountOf(output.Layout.Shape.AsSpan(0, batchRank));
        threads = ProductGrid.Threads(batch * shape.Operations);
        method = product.MethodOf(MatrixOfX(0), MatrixOfY(0), shape.Columns);
        grid = batch >= 4 * threads ? new(1, 1) : ProductGrid.For(threads, shape.Rows, shape.Columns);
    }

    public void Run()
    {
        long parts = batch * grid.Count;
        if (threads == 1)
            RunParts(0, parts);
        else
            RunParallel(this, parts);
    }

    private static void RunParallel(BatchedProduct product, long parts) =>
        Workers.For(parts, Workers.Grain(parts, product.threads), product.RunParts);

    // The leading axes of the output before the axes of the matrix.
    private static BufferView Spread(BufferView matrices, BufferView output)
    {
        int[] shape = matrices.Layout.Shape, whole = output.Layout.Shape;
        return shape.AsSpan(0, shape.Length - 2).SequenceEqual(whole.AsSpan(0, whole.Length - 2))
            ? matrices
            : matrices.With(matrices.Layout.Broadcast([.. whole[..^2], .. shape[^2..]]));
    }

    private static BufferView Transposed(BufferView matrices)
    {
        int[] shape = [.. matrices.Layout.Shape];
        long[] strides = [.. matrices.Layout.Strides];
        (shape[^1], shape[^2]) = (shape[^2], shape[^1]);
        (strides[^1], strides[^2]) = (strides[^2], strides[^1]);
        return matrices.With(new(shape, strides, matrices.Layout.Offset));
    }

    // One matrix times a stack of columns is the transpose of a stack of rows, a matrix, times one matrix; so is one row
    // times a stack of matrices. An output of one column, or one row, lies like its transpose.
    private static bool GainsByTransposing(Layout x, Layout y)
    {
        int axis = x.Shape.Length - 3;
        while (axis >= 0 && x.Shape[axis] == 1)
            axis--;
        return axis >= 0 && (y.Shape[^1] == 1 || x.Shape[^2] == 1) && x.Strides[axis] == 0 && y.Strides[axis] != 0;
    }

    // A stack of matrices times one matrix is one tall matrix times that matrix.
    private static (ProductShape Shape, long RowStride, int BatchRank) JoinRows(Layout x, Layout y)
    {
        int axis = x.Shape.Length - 3;
        long rows = x.Shape[^2];
        long rowStride = x.Strides[^2];
        for (; axis >= 0; axis--)
        {
            bool continues = rows == 1 || x.Strides[axis] == rows * rowStride;
            bool joins = x.Shape[axis] == 1
                || (y.Strides[axis] == 0 && continues && rows * x.Shape[axis] <= int.MaxValue);
            if (!joins)
                break;
            if (rows == 1)
                rowStride = x.Strides[axis];
            rows *= x.Shape[axis];
        }
        return (new((int)rows, x.Shape[^1], y.Shape[^1]), rowStride, axis + 1);
    }

    private void RunParts(long start, long end)
    {
        for (long item = start; item < end; item++)
        {
            (long index, long part) = Math.DivRem(item, grid.Count);
            RunPart(index, (int)part / grid.ColumnParts, (int)part % grid.ColumnParts);
        }
    }

    private void RunPart(long index, int rowPart, int columnPart)
    {
        int row = grid.RowStart(shape.Rows, rowPart), rows = grid.RowStart(shape.Rows, rowPart + 1) - row;
        int column = grid.ColumnStart(shape.Columns, columnPart);
        int columns = grid.ColumnStart(shape.Columns, columnPart + 1) - column;
        product.Run(
            MatrixOfX(index).Block(row, rows, 0, shape.Depth, x.DType.Size),
            MatrixOfY(index).Block(0, shape.Depth, column, columns, y.DType.Size),
            target.From(index * shape.Rows + row, column),
            method);
    }

    private StridedMatrix MatrixOfX(long index) => Matrix(x, index, shape.Rows, shape.Depth, rowStrideOfX);

    private StridedMatrix MatrixOfY(long index) => Matrix(y, index, shape.Depth, shape.Columns, y.Layout.Strides[^2]);

    private StridedMatrix Matrix(BufferView view, long index, int rows, int columns, long rowStride)
    {
        long offset = 0;
        for (int axis = batchRank - 1; axis >= 0; axis--)
        {
            (index, long position) = Math.DivRem(index, view.Layout.Shape[axis]);
            offset += position * view.Layout.Strides[axis];
        }
        return new(view.Pointer + offset * view.DType.Size, rows, columns, rowStride, view.Layout.Strides[^1]);
    }
}
