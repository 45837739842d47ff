namespace Tangent.Kernels;

/// <summary>The products of a stack, each cut into the parts of a grid: the unit of work of a thread is a part.</summary>
internal sealed unsafe class QuantizedParts
{
    private readonly QuantizedOperands operands;
    private readonly QuantizedMethod method;
    private readonly ProductTarget target;
    private readonly delegate*<StridedMatrix, in QuantizedMatrix, QuantizedMethod, int, int, in ProductTarget, void> product;
    private readonly int rows;
    private readonly int columns;
    private readonly int threads;
    private readonly long count;
    private readonly ProductGrid grid;

    public QuantizedParts(
        QuantizedOperands operands, bool isTransposed, int[] shape, ProductTarget target,
        delegate*<StridedMatrix, in QuantizedMatrix, QuantizedMethod, int, int, in ProductTarget, void> product)
    {
        this.operands = operands;
        this.target = target;
        this.product = product;
        (rows, columns, count) = (shape[^2], shape[^1], operands.Count);
        threads = ProductGrid.Threads(2.0 * count * rows * columns * operands.MatrixOfX(0).Columns);
        method = QuantizedProduct.MethodOf(rows, isTransposed);
        grid = count >= 4 * threads ? new(1, 1) : ProductGrid.For(threads, rows, columns);
    }

    public void Run()
    {
        long parts = count * grid.Count;
        if (threads == 1)
            RunParts(0, parts);
        else
            Workers.For(parts, Workers.Grain(parts, threads), RunParts);
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
        int row = grid.RowStart(rows, rowPart), height = grid.RowStart(rows, rowPart + 1) - row;
        int column = grid.ColumnStart(columns, columnPart), width = grid.ColumnStart(columns, columnPart + 1) - column;
        StridedMatrix x = operands.MatrixOfX(index);
        product(x.Block(row, height, 0, x.Columns, operands.Size), operands.Matrix(index), method, column, width, target.From(index * rows + row, column));
    }
}
