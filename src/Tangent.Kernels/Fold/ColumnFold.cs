namespace Tangent.Kernels;

/// <summary>
/// A reduction whose rows run along an axis of the output: each unit is some neighbouring outputs. Where rows are short
/// and follow each other without gaps, several are taken as one, and its parts are added at the end.
/// </summary>
internal sealed unsafe class ColumnFold : FoldRun
{
    // Rows added to the accumulators before these are added to the totals.
    private const int RowsPerBlock = 128;

    private const long SegmentElements = 256 * 1024;

    private const int WideRow = 1024;

    private readonly FoldLoops loops;
    private readonly PrologueReader reader;
    private readonly FoldSpace space;
    private readonly BufferView output;
    private readonly FoldAxis[] rows;
    private readonly long rowCount;
    private readonly long columns;
    private readonly long chunks;
    private readonly long group;
    private readonly long rowsPerSegment;

    public ColumnFold(FoldLoops loops, PrologueReader reader, FoldSpace space, BufferView output)
        : base(loops, reader, space)
    {
        this.loops = loops;
        this.reader = reader;
        this.space = space;
        this.output = output;
        group = IsGroupable(space.Reduced, space.Inner) ? Math.Min(WideRow / space.Inner.Length, space.Reduced[^1].Length) : 1;
        rows = Grouped(space.Reduced, group);
        rowCount = AxisWalk.Count(rows);
        columns = group > 1 ? space.Inner.Length : Math.Min(space.Inner.Length, PrologueReader.MostElements);
        chunks = (space.Inner.Length + columns - 1) / columns;
        Units = AxisWalk.Count(space.Kept) * chunks;
        rowsPerSegment = Math.Max(RowsPerBlock, SegmentElements / (columns * group));
    }

    /// <inheritdoc/>
    protected override long Units { get; }

    /// <inheritdoc/>
    protected override long Segments => (rowCount + rowsPerSegment - 1) / rowsPerSegment;

    /// <inheritdoc/>
    protected override int Width => (int)(columns * group);

    /// <inheritdoc/>
    protected override bool NeedsTotals => !IsOneBlock;

    /// <inheritdoc/>
    protected override int SegmentBytes => base.SegmentBytes + AccumulatorBytes;

    private int AccumulatorBytes => (Width * loops.ElementBytes + 63) & -64;

    /// <summary>True if the last axis is short and of the output, and the one before it continues it.</summary>
    public static bool CanGroup(List<FoldAxis> axes) =>
        axes.Count > 1 && axes[^2].IsReduced && IsGroupable([axes[^2]], axes[^1]);

    // Few rows need no totals: the accumulators are the result.
    private bool IsOneBlock => rowCount <= RowsPerBlock;

    /// <inheritdoc/>
    protected override void AddSegment(long unit, long segment, byte* totals, byte* memory)
    {
        byte* scratch = memory + AccumulatorBytes;
        long end = Math.Min(rowCount, (segment + 1) * rowsPerSegment);
        for (long first = segment * rowsPerSegment; first < end; first += RowsPerBlock)
        {
            byte* accumulators = IsOneBlock ? totals : memory;
            AddBlock(unit, first, Math.Min(end, first + RowsPerBlock), accumulators, scratch);
            if (!IsOneBlock)
                loops.EndColumns(totals, accumulators, Width);
        }
    }

    private void AddBlock(long unit, long first, long end, byte* accumulators, byte* scratch)
    {
        byte** addresses = stackalloc byte*[reader.InputCount];
        loops.StartColumns(accumulators, Width);
        for (long row = first; row < end; row++)
        {
            Point(addresses, unit, row);
            long count = ElementsOf(unit, row);
            byte* elements = reader.Read(addresses, count, scratch);
            if (reader.IsInPlace && rows.Length == 1 && row + 4 <= end && ElementsOf(unit, row + 3) == count)
            {
                loops.AddFourRows(accumulators, elements, rows[0].Strides[0], count);
                row += 3;
            }
            else
            {
                loops.AddColumns(accumulators, elements, count);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Finish(long unit, byte* totals)
    {
        for (long parts = group; parts > 1; parts -= parts / 2)
            MergeParts(totals, parts - parts / 2, parts / 2);
        long first = unit % chunks * columns, count = Math.Min(columns, space.Inner.Length - first), stride = space.Inner.OutputStride;
        byte* destination = output.Pointer + AxisWalk.OutputOffset(space.Kept, unit / chunks) + first * stride;
        if (!IsOneBlock)
            loops.Finish(totals, destination, stride, count);
        else if (stride == loops.ElementBytes)
            Elements.Copy(destination, totals, loops.ElementBytes, count);
        else
            for (long i = 0; i < count; i++)
                Elements.Copy(destination + i * stride, totals + i * loops.ElementBytes, loops.ElementBytes, 1);
    }

    // Adds the last parts of a grouped row to the first ones.
    private void MergeParts(byte* totals, long from, long count)
    {
        if (IsOneBlock)
            loops.AddColumns(totals, totals + from * columns * loops.ElementBytes, count * columns);
        else
            loops.Merge(totals, totals + from * columns * loops.TotalBytes, count * columns);
    }

    private static bool IsGroupable(FoldAxis[] reduced, FoldAxis inner) =>
        reduced.Length > 0 && !inner.IsReduced && inner.Length <= WideRow / 2 && reduced[^1].StridesContinue(inner);

    private static FoldAxis[] Grouped(FoldAxis[] reduced, long group)
    {
        if (group == 1)
            return reduced;
        FoldAxis last = reduced[^1];
        var wide = new FoldAxis((last.Length + group - 1) / group, true, 0, Array.ConvertAll(last.Strides, stride => stride * group));
        return [.. reduced[..^1], wide];
    }

    private void Point(byte** addresses, long unit, long row)
    {
        reader.Start(addresses);
        AxisWalk.Move(addresses, space.Kept, unit / chunks);
        AxisWalk.Move(addresses, rows, row);
        for (int i = 0; i < reader.InputCount; i++)
            addresses[i] += unit % chunks * columns * space.Inner.Strides[i];
    }

    private long ElementsOf(long unit, long row)
    {
        if (group == 1)
            return Math.Min(columns, space.Inner.Length - unit % chunks * columns);
        long done = row % rows[^1].Length * group;
        return Math.Min(group, space.Reduced[^1].Length - done) * columns;
    }
}
