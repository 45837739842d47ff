namespace Tangent.Kernels;

/// <summary>
/// The sums over all rows that a row-wise kernel makes, grouped as those of a fold by itself. Its stages add rows up in blocks,
/// in the sums' type; blocks are added up in segments, whose totals are added up at the end.
/// </summary>
internal sealed unsafe class ColumnSums : IDisposable
{
    private readonly int count;
    private readonly DType dtype;
    private readonly FoldLoops loops;
    private readonly FoldGrouping grouping;
    private readonly int rows;
    private readonly int length;
    private readonly Buffer totals;

    public ColumnSums(int count, DType dtype, int rows, int length)
    {
        this.count = count;
        this.dtype = dtype;
        this.rows = rows;
        this.length = length;
        loops = FoldTable.Find(FoldOp.Sum, dtype);
        grouping = FoldGrouping.OfColumns(rows, length);
        Segments = (int)((grouping.WideRows + grouping.RowsPerSegment - 1) / grouping.RowsPerSegment);
        totals = Buffer.Allocate(checked(Segments * count * Width * loops.TotalBytes));
    }

    /// <summary>Parts of the rows.</summary>
    public int Segments { get; }

    /// <summary>Memory for the sums of a block.</summary>
    public int BlockBytes => checked(count * RowBytes);

    /// <summary>Bytes from one sum of a block to the next.</summary>
    public int RowBytes => checked((int)Width * dtype.Size + 63 & -64);

    private long Width => length * grouping.Parts;

    /// <summary>
    /// Adds up the rows of a segment; <paramref name="run"/> adds those from one to another to the sums of a block, or of a part of
    /// it so many bytes further.
    /// </summary>
    public void RunSegment(long segment, byte* block, Action<long, long, long> run)
    {
        long end = Math.Min(grouping.WideRows, (segment + 1) * grouping.RowsPerSegment);
        loops.Start(Total(segment, 0), count * Width);
        for (long first = segment * grouping.RowsPerSegment; first < end; first += FoldGrouping.RowsPerBlock)
        {
            for (int i = 0; i < count; i++)
                loops.StartColumns(block + i * RowBytes, Width);
            RunBlock(first * grouping.Parts, Math.Min(rows, Math.Min(end, first + FoldGrouping.RowsPerBlock) * grouping.Parts), run);
            for (int i = 0; i < count; i++)
                loops.EndColumns(Total(segment, i), block + i * RowBytes, Width);
        }
    }

    /// <summary>Writes the sums, a row each.</summary>
    public void Finish(BufferView output)
    {
        for (int segment = 1; segment < Segments; segment++)
            loops.Merge(Total(0, 0), Total(segment, 0), count * Width);
        BufferView sums = output.DType == dtype ? output : BufferView.Allocate(dtype, output.Layout.Shape);
        for (int i = 0; i < count; i++)
        {
            loops.MergeParts(Total(0, i), grouping.Parts, length);
            loops.Finish(Total(0, i), sums.Pointer + (long)i * length * dtype.Size, dtype.Size, length);
        }
        if (sums != output)
        {
            MapExecutor.Run(Casts.Of(dtype, output.DType), [sums], [output]);
            sums.Buffer.Release();
        }
        GC.KeepAlive(sums);
    }

    public void Dispose() => totals.Release();

    private void RunBlock(long first, long end, Action<long, long, long> run)
    {
        if (grouping.Parts == 1)
            run(first, end, 0);
        else
            for (long row = first; row < end; row++)
                run(row, row + 1, row % grouping.Parts * length * dtype.Size);
    }

    private byte* Total(long segment, int sum) => totals.Pointer + (segment * count + sum) * Width * loops.TotalBytes;
}
