namespace Tangent.Kernels;

/// <summary>
/// The sums over all rows that a row-wise kernel makes. Its stages add rows up in blocks, in the sums' type; blocks are added
/// up in segments, whose totals are added up at the end. Neither depends on the number of threads, so neither does the result.
/// </summary>
internal sealed unsafe class ColumnSums : IDisposable
{
    /// <summary>The most segments; more threads than this find no work.</summary>
    private const int MostSegments = 32;

    /// <summary>Rows that are added up before their sum goes to a total.</summary>
    private const int RowsPerBlock = 64;

    private readonly int count;
    private readonly DType dtype;
    private readonly FoldLoops loops;
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
        Segments = Math.Min(MostSegments, (rows + RowsPerBlock - 1) / RowsPerBlock);
        totals = Buffer.Allocate(checked((long)Segments * count * length * loops.TotalBytes));
    }

    /// <summary>Parts of the rows.</summary>
    public int Segments { get; }

    /// <summary>Memory for the sums of a block.</summary>
    public int BlockBytes => checked(count * RowBytes);

    /// <summary>Bytes from one sum of a block to the next.</summary>
    public int RowBytes => checked(length * dtype.Size + 63 & -64);

    /// <summary>Adds up the rows of a segment; <paramref name="run"/> adds those from one to another to the sums of a block.</summary>
    public void RunSegment(long segment, byte* block, Action<long, long> run)
    {
        long end = rows * (segment + 1) / Segments;
        loops.Start(Total(segment, 0), (long)count * length);
        for (long first = rows * segment / Segments; first < end; first += RowsPerBlock)
        {
            for (int i = 0; i < count; i++)
                loops.StartColumns(block + i * RowBytes, length);
            run(first, Math.Min(end, first + RowsPerBlock));
            for (int i = 0; i < count; i++)
                loops.EndColumns(Total(segment, i), block + i * RowBytes, length);
        }
    }

    /// <summary>Writes the sums, a row each.</summary>
    public void Finish(BufferView output)
    {
        for (int segment = 1; segment < Segments; segment++)
            loops.Merge(Total(0, 0), Total(segment, 0), (long)count * length);
        BufferView sums = output.DType == dtype ? output : BufferView.Allocate(dtype, output.Layout.Shape);
        loops.Finish(Total(0, 0), sums.Pointer, dtype.Size, output.Layout.Count);
        if (sums != output)
        {
            MapExecutor.Run(Casts.Of(dtype, output.DType), [sums], [output]);
            sums.Buffer.Release();
        }
        GC.KeepAlive(sums);
    }

    public void Dispose() => totals.Release();

    private byte* Total(long segment, int sum) => totals.Pointer + (segment * count + sum) * length * loops.TotalBytes;
}
