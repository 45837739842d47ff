namespace Tangent.Kernels;

/// <summary>
/// The sums over all rows that a row-wise kernel makes, grouped as the columns of a fold by itself (<see cref="FoldGrouping"/>).
/// Its stages add rows up in blocks, in the sums' type; blocks are added up in segments, whose totals are added up at the end.
/// </summary>
internal sealed unsafe class ColumnSums : IDisposable
{
    private readonly int count;
    private readonly DType dtype;
    private readonly FoldLoops loops;
    private readonly int rows;
    private readonly int length;
    private readonly long rowsPerSegment;
    private readonly Buffer totals;

    public ColumnSums(int count, DType dtype, int rows, int length)
    {
        this.count = count;
        this.dtype = dtype;
        this.rows = rows;
        this.length = length;
        loops = FoldTable.Find(FoldOp.Sum, dtype);
        rowsPerSegment = FoldGrouping.SegmentOf(rows, length);
        Segments = (int)((rows + rowsPerSegment - 1) / rowsPerSegment);
        totals = Buffer.Allocate(checked((long)Segments * count * length * loops.TotalBytes));
    }

    /// <summary>Parts of the rows.</summary>
    public int Segments { get; }

    /// <summary>Memory for the accumulators of a block.</summary>
    public int BlockBytes => checked(count * SumBytes);

    private int SumBytes => checked(length * dtype.Size + 63 & -64);

    /// <summary>Where in the memory of a block the rows of a sum are added up.</summary>
    public byte* Accumulators(byte* block, int sum) => block + sum * SumBytes;

    /// <summary>Adds up the rows of a segment; <paramref name="run"/> adds those from one to another to the sums of a block.</summary>
    public void RunSegment(long segment, byte* block, Action<long, long> run)
    {
        long end = Math.Min(rows, (segment + 1) * rowsPerSegment);
        loops.Start(Total(segment, 0), (long)count * length);
        for (long first = segment * rowsPerSegment; first < end; first += FoldGrouping.BlockRows)
        {
            for (int i = 0; i < count; i++)
                loops.Fill(Accumulators(block, i), length);
            run(first, Math.Min(end, first + FoldGrouping.BlockRows));
            for (int i = 0; i < count; i++)
                loops.AddEach(Total(segment, i), Accumulators(block, i), length);
        }
    }

    /// <summary>Writes each sum to an output of its own, in that one's type.</summary>
    public void Finish(BufferView[] outputs)
    {
        for (int segment = 1; segment < Segments; segment++)
            loops.Merge(Total(0, 0), Total(segment, 0), (long)count * length);
        for (int i = 0; i < outputs.Length; i++)
            Finish(i, outputs[i]);
    }

    private void Finish(int sum, BufferView output)
    {
        BufferView wide = output.DType == dtype ? output : BufferView.Allocate(dtype, output.Layout.Shape);
        loops.Finish(Total(0, sum), wide.Pointer, dtype.Size, length);
        if (wide != output)
        {
            MapExecutor.Run(Casts.Of(dtype, output.DType), [wide], [output]);
            wide.Buffer.Release();
        }
        GC.KeepAlive(wide);
    }

    public void Dispose() => totals.Release();

    private byte* Total(long segment, int sum) => totals.Pointer + (segment * count + sum) * length * loops.TotalBytes;
}
