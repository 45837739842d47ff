namespace Tangent.Kernels;

/// <summary>The output cut into blocks: rectangles of a plane of an example, whose input and sums the second cache holds.</summary>
internal sealed class OutputBlocks
{
    private const long BytesOfBlock = 256 * 1024;

    // Fewer columns would leave tiles too low to be fast.
    private const int FewestColumns = 112;

    private readonly int planes;
    private readonly int height;
    private readonly int width;
    private readonly int rows;
    private readonly int columns;

    public OutputBlocks(ConvolutionShape shape, int size)
    {
        (planes, height, width) = (shape.Axes[0].Outputs, shape.Axes[1].Outputs, shape.Axes[2].Outputs);
        long pixel = size * (shape.OutputPixel + (long)shape.Channels * shape.Axes[1].Stride * shape.Axes[2].Stride);
        columns = (int)EvenParts.Length(width, Math.Max(FewestColumns, BytesOfBlock / pixel));
        rows = (int)EvenParts.Length(height, Math.Max(1, BytesOfBlock / pixel / columns));
        Threads = ProductGrid.Threads(shape.Operations);
        if (Threads > 1)
            rows = (int)EvenParts.Length(height, Math.Max(1, Math.Min(rows, shape.Batch * (long)planes * height / (Threads * Workers.PartsPerThread))));
        Count = shape.Batch * (long)planes * Blocks(height, rows) * Blocks(width, columns);
    }

    /// <summary>The number of blocks.</summary>
    public long Count { get; }

    /// <summary>The threads worth using.</summary>
    public int Threads { get; }

    /// <summary>A block.</summary>
    public OutputBlock At(long index)
    {
        (index, long column) = Math.DivRem(index, Blocks(width, columns));
        (index, long row) = Math.DivRem(index, Blocks(height, rows));
        (long example, long plane) = Math.DivRem(index, planes);
        int firstRow = (int)row * rows, firstColumn = (int)column * columns;
        return new((int)example, (int)plane, firstRow, Math.Min(rows, height - firstRow), firstColumn, Math.Min(columns, width - firstColumn));
    }

    private static int Blocks(int length, int step) => (length + step - 1) / step;
}

/// <summary>Some outputs of an example: rows and columns of a plane.</summary>
internal readonly record struct OutputBlock(int Example, int Plane, int FirstRow, int Rows, int FirstColumn, int Columns);

/// <summary>Those outputs of a block that belong to a phase of either axis, counted as the phases count.</summary>
internal readonly struct BlockPart
{
    public BlockPart(in OutputBlock block, in AxisPhase height, in AxisPhase width)
    {
        (Height, Width) = (height, width);
        (FirstRow, FirstColumn) = (height.From(block.FirstRow), width.From(block.FirstColumn));
        Rows = height.From(block.FirstRow + block.Rows) - FirstRow;
        Columns = width.From(block.FirstColumn + block.Columns) - FirstColumn;
    }

    public readonly AxisPhase Height;
    public readonly AxisPhase Width;
    public readonly int FirstRow;
    public readonly int Rows;
    public readonly int FirstColumn;
    public readonly int Columns;

    public bool IsEmpty => Rows == 0 || Columns == 0;
}
