namespace Tangent.Kernels;

/// <summary>
/// A reduction in columns: each unit is some neighbouring outputs. They lie on the kept axis on which inputs run in the shortest
/// steps, whichever it is: columns do not know each other. Tiles are rows of columns, or columns whose elements are neighbours.
/// </summary>
internal sealed unsafe class ColumnFold
{
    // Rows that lie in place stay in the first-level cache with their sums; else several, with their inputs.
    private const int MostColumns = 1024;
    private const int TileElements = 4096;

    // So many columns, along which an input's elements are neighbours, are followed by the processor.
    private const int ColumnsAlong = 32;

    [ThreadStatic] private static ThreadScratch? scratch;

    private readonly FoldLoops loops;
    private readonly TileReader reader;
    private readonly FoldSpace space;
    private readonly FoldGrouping grouping;
    private readonly BufferView output;
    private readonly FoldAxis columns;
    private readonly FoldAxis rows;
    private readonly FoldAxis[] others;
    private readonly bool isAlong;
    private readonly long tileRows;
    private readonly long tileColumns;

    /// <summary>Prepares the fold of a program's values.</summary>
    public ColumnFold(FoldLoops loops, Program program, BufferView[] inputs, FoldSpace space, BufferView output)
    {
        this.loops = loops;
        this.space = space;
        this.output = output;
        grouping = space.Grouping;
        int place = PlaceOfColumns(space.Kept);
        columns = place < 0 ? FoldAxis.Single(inputs.Length) : space.Kept[place];
        others = place < 0 ? [] : [.. space.Kept[..place], .. space.Kept[(place + 1)..]];
        rows = space.Reduced.Length == 0 ? FoldAxis.Single(inputs.Length) : space.Reduced[^1];
        isAlong = rows.Step < columns.Step && (space.Reduced.Length == 1 || rows.Length % FoldGrouping.BlockRows == 0);
        reader = isAlong ? new TileReader(program, inputs, columns, [rows]) : new TileReader(program, inputs, rows, [columns]);
        (tileRows, tileColumns) = TileSize();
        reader.Prepare(isAlong ? tileColumns : tileRows, isAlong ? tileRows : tileColumns, space.Count);
        Segments = (grouping.Rows + grouping.RowsPerSegment - 1) / grouping.RowsPerSegment;
    }

    private long Segments { get; }

    private long Chunks => (columns.Length + tileColumns - 1) / tileColumns;

    private int TotalsBytes => (int)(tileColumns * loops.TotalBytes + 63) & -64;

    private int AccumulatorBytes => (int)(tileColumns * loops.ElementBytes + 63) & -64;

    // Few rows need no totals: the accumulators are the result.
    private bool IsOneBlock => grouping.Rows <= FoldGrouping.BlockRows;

    /// <summary>Writes every output.</summary>
    public void Run()
    {
        long units = AxisWalk.Count(others) * Chunks;
        long grain = Math.Max(1, reader.Grain / Math.Max(1, space.Count / (units * Segments)));
        if (Segments > 1)
            RunSegments(units, grain);
        else
            Workers.For(units, grain, (start, end) =>
            {
                byte* totals = (scratch ??= new()).Reserve(checked(TotalsBytes + AccumulatorBytes + reader.ScratchBytes));
                for (long unit = start; unit < end; unit++)
                {
                    AddSegment(unit, 0, totals, totals + TotalsBytes);
                    Finish(unit, totals, totals + TotalsBytes);
                }
            });
    }

    private void RunSegments(long units, long grain)
    {
        Buffer totals = Buffer.Allocate(units * Segments * TotalsBytes);
        byte* all = totals.Pointer;
        Workers.For(units * Segments, grain, (start, end) =>
        {
            byte* memory = (scratch ??= new()).Reserve(checked(AccumulatorBytes + reader.ScratchBytes));
            for (long part = start; part < end; part++)
                AddSegment(part / Segments, part % Segments, all + part * TotalsBytes, memory);
        });
        for (long unit = 0; unit < units; unit++)
        {
            byte* first = all + unit * Segments * TotalsBytes;
            for (long segment = 1; segment < Segments; segment++)
                loops.Merge(first, first + segment * TotalsBytes, ColumnsOf(unit));
            Finish(unit, first, null);
        }
        totals.Release();
    }

    private static int PlaceOfColumns(FoldAxis[] kept)
    {
        int best = kept.Length - 1;
        for (int i = best - 1; i >= 0; i--)
            if (kept[i].Step < kept[best].Step)
                best = i;
        return best;
    }

    private (long Rows, long Columns) TileSize()
    {
        const int block = FoldGrouping.BlockRows;
        if (isAlong)
            return (Math.Min(rows.Length, reader.IsInPlace ? grouping.RowsPerSegment : 4 * block), Math.Min(columns.Length, Math.Max(ColumnsAlong, TileElements / 4 / rows.Length)));
        long width = Math.Min(columns.Length, MostColumns);
        return (Math.Min(rows.Length, reader.IsInPlace ? block : Math.Max(1, TileElements / width)), width);
    }

    private long ColumnsOf(long unit) => Math.Min(tileColumns, columns.Length - unit % Chunks * tileColumns);

    private void AddSegment(long unit, long segment, byte* totals, byte* accumulators)
    {
        if (!IsOneBlock)
            loops.Start(totals, ColumnsOf(unit));
        long end = Math.Min(grouping.Rows, (segment + 1) * grouping.RowsPerSegment);
        for (long first = segment * grouping.RowsPerSegment; first < end;)
            first += isAlong ? AddAlong(unit, first, end, totals, accumulators) : AddBlock(unit, first, end, totals, accumulators);
    }

    // Rows of columns, in as many tiles as there are.
    private long AddBlock(long unit, long first, long end, byte* totals, byte* accumulators)
    {
        byte** addresses = stackalloc byte*[reader.InputCount];
        long count = ColumnsOf(unit), all = Math.Min(FoldGrouping.BlockRows, end - first);
        loops.Fill(accumulators, count);
        for (long row = first; row < first + all;)
        {
            long some = Math.Min(Math.Min(first + all - row, tileRows), rows.Length - row % rows.Length);
            Point(addresses, unit, row);
            byte* elements = reader.Read(addresses, unit % Chunks * tileColumns, some, count, accumulators + AccumulatorBytes, out long stride);
            loops.AddRows(accumulators, elements, stride, some, count);
            row += some;
        }
        EndBlock(totals, accumulators, count);
        return all;
    }

    // Columns along which the elements are neighbours, as many blocks as are read at once.
    private long AddAlong(long unit, long first, long end, byte* totals, byte* accumulators)
    {
        byte** addresses = stackalloc byte*[reader.InputCount];
        long count = ColumnsOf(unit), all = Math.Min(Math.Min(end - first, tileRows), rows.Length - first % rows.Length);
        Point(addresses, unit, first);
        for (int i = 0; i < reader.InputCount; i++)
            addresses[i] += unit % Chunks * tileColumns * columns.Strides[i];
        byte* elements = reader.Read(addresses, 0, count, all, accumulators + AccumulatorBytes, out long stride);
        for (long row = 0; row < all; row += FoldGrouping.BlockRows)
        {
            loops.ReduceColumns(elements + row * loops.ElementBytes, stride, Math.Min(FoldGrouping.BlockRows, all - row), accumulators, count);
            EndBlock(totals, accumulators, count);
        }
        return all;
    }

    private void EndBlock(byte* totals, byte* accumulators, long count)
    {
        if (!IsOneBlock)
            loops.AddEach(totals, accumulators, count);
    }

    private void Point(byte** addresses, long unit, long row)
    {
        reader.Start(addresses);
        AxisWalk.Move(addresses, others, unit / Chunks);
        AxisWalk.Move(addresses, space.Reduced, row);
    }

    private void Finish(long unit, byte* totals, byte* accumulators)
    {
        long count = ColumnsOf(unit), stride = columns.OutputStride;
        byte* destination = output.Pointer + AxisWalk.OutputOffset(others, unit / Chunks) + unit % Chunks * tileColumns * stride;
        if (!IsOneBlock)
            loops.Finish(totals, destination, stride, count);
        else
            Elements.Spread(destination, stride, accumulators, loops.ElementBytes, count);
    }
}
