namespace Tangent.Kernels;

/// <summary>The products of a batch, each cut into the parts of a grid: the unit of work of a thread is a part.</summary>
internal readonly unsafe struct BatchedProduct
{
    private readonly BufferView x;
    private readonly BufferView y;
    private readonly BufferView output;
    private readonly ProductShape shape;
    private readonly ProductRoutines product;
    private readonly ProductManner manner;
    private readonly int batchRank;
    private readonly long rowStrideOfX;
    private readonly long batch;
    private readonly int threads;
    private readonly ProductGrid grid;

    public BatchedProduct(BufferView x, BufferView y, BufferView output, ProductShape shape, ProductRoutines product)
    {
        (this.x, this.y, this.output) = (x, y, output);
        this.product = product;
        (this.shape, rowStrideOfX, batchRank) = JoinRows(x.Layout, y.Layout, shape);
        batch = Layout.CountOf(output.Layout.Shape.AsSpan(0, batchRank));
        threads = ProductGrid.Threads(batch * this.shape.Operations);
        grid = batch >= 4 * threads ? new(1, 1) : ProductGrid.For(threads, this.shape.Rows, this.shape.Columns);
        manner = product.MannerOf(MatrixOfX(0), MatrixOfY(0), this.shape.Columns);
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
        Workers.For(parts, Math.Max(1, parts / (Workers.PartsPerThread * (long)product.threads)), product.RunParts);

    // A stack of matrices times one matrix is one tall matrix times that matrix.
    private static (ProductShape Shape, long RowStride, int BatchRank) JoinRows(Layout x, Layout y, ProductShape shape)
    {
        int axis = x.Shape.Length - 3;
        long rows = shape.Rows;
        long rowStride = x.Strides[axis + 1];
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
        return (shape with { Rows = (int)rows }, rowStride, axis + 1);
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
        int size = output.DType.Size;
        long first = index * shape.Rows * shape.Columns + (long)row * shape.Columns + column;
        product.Run(
            MatrixOfX(index).Block(row, rows, 0, shape.Depth, size),
            MatrixOfY(index).Block(0, shape.Depth, column, columns, size),
            output.Pointer + first * size,
            shape.Columns,
            manner);
    }

    private MatrixView MatrixOfX(long index) => Matrix(x, index, shape.Rows, shape.Depth, rowStrideOfX);

    private MatrixView MatrixOfY(long index) => Matrix(y, index, shape.Depth, shape.Columns, y.Layout.Strides[^2]);

    private MatrixView Matrix(BufferView view, long index, int rows, int columns, long rowStride)
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
