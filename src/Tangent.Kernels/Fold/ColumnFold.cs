namespace Tangent.Kernels;

/// <summary>
/// A reduction in columns: each unit is some neighbouring outputs. They lie on the kept axis on which inputs run in the shortest
/// steps, whichever it is: columns do not know each other. Tiles are rows of columns, or columns whose elements are neighbours.
/// </summary>
internal sealed unsafe class ColumnFold
{
    // Rows that lie in place stay in the first-level cache with their sums; else several, with their inputs.
    private const int ColumnsInPlace = 1024;
    private const int ColumnsComputed = 1024;
    private const int TileElements = 4096;

    // Few rows are followed by the processor side by side, and any number where they come from a second-level cache.
    private const int FewRows = 16;
    private const long NearBytes = 256 * 1024;

    // So many columns are followed by the processor, each of which is read in order.
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
    private readonly bool isNear;
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
        isNear = space.Count * loops.ElementBytes <= NearBytes;
        (tileRows, tileColumns) = TileSize();
        if (isAlong)
            reader.Prepare(tileColumns, tileRows, space.Count);
        else
            reader.Prepare(tileRows, tileColumns, space.Count);
        Segments = (grouping.Rows + grouping.RowsPerSegment - 1) / grouping.RowsPerSegment;
    }

    private long Segments { get; }

    private long Chunks => (columns.Length + tileColumns - 1) / tileColumns;

    private int TotalsBytes => (int)(tileColumns * loops.TotalBytes + 63) & -64;

    private int AccumulatorBytes => (int)(FoldGrouping.ColumnAccumulators * tileColumns * loops.ElementBytes + 63) & -64;

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
        long width = Math.Min(columns.Length, reader.IsInPlace ? ColumnsInPlace : ColumnsComputed);
        return (Math.Min(rows.Length, reader.IsInPlace ? block : Math.Max(1, TileElements / width)), width);
    }

    private long ColumnsOf(long unit) => Math.Min(tileColumns, columns.Length - unit % Chunks * tileColumns);

    private void AddSegment(long unit, long segment, byte* totals, byte* accumulators)
    {
        byte* memory = accumulators + AccumulatorBytes;
        if (!IsOneBlock)
            loops.Start(totals, ColumnsOf(unit));
        long end = Math.Min(grouping.Rows, (segment + 1) * grouping.RowsPerSegment);
        for (long first = segment * grouping.RowsPerSegment; first < end;)
        {
            if (isAlong)
                first += AddAlong(unit, first, end, totals, accumulators, memory);
            else
                first += AddBlock(unit, first, end, totals, accumulators, memory);
        }
    }

    // Rows of columns, in as many tiles as there are.
    private long AddBlock(long unit, long first, long end, byte* totals, byte* accumulators, byte* memory)
    {
        byte** addresses = stackalloc byte*[reader.InputCount];
        long count = ColumnsOf(unit), all = Math.Min(FoldGrouping.BlockRows, end - first);
        if (reader.IsInPlace && space.Reduced.Length <= 1 && (isNear || all <= FewRows))
        {
            Point(addresses, unit, first);
            byte* block = reader.Read(addresses, unit % Chunks * tileColumns, all, count, memory, out long step);
            loops.ReduceBlock(block, step, all, accumulators, count);
        }
        else
        {
            AddTiles(unit, first, all, accumulators, memory);
        }
        if (!IsOneBlock)
            loops.AddEach(totals, accumulators, count);
        return all;
    }

    private void AddTiles(long unit, long first, long all, byte* accumulators, byte* memory)
    {
        const int sets = FoldGrouping.ColumnAccumulators;
        byte** addresses = stackalloc byte*[reader.InputCount];
        long count = ColumnsOf(unit);
        loops.Fill(accumulators, sets * count);
        for (long done = 0; done < all;)
        {
            long row = first + done, some = Math.Min(Math.Min(all - done, tileRows), rows.Length - row % rows.Length);
            Point(addresses, unit, row);
            byte* elements = reader.Read(addresses, unit % Chunks * tileColumns, some, count, memory, out long stride);
            loops.AddByTurns(accumulators, sets, elements, stride, done, some, count);
            done += some;
        }
        loops.AddPairs(accumulators, count);
    }

    // Columns along which the elements are neighbours, as many blocks as are read at once.
    private long AddAlong(long unit, long first, long end, byte* totals, byte* accumulators, byte* memory)
    {
        byte** addresses = stackalloc byte*[reader.InputCount];
        long count = ColumnsOf(unit), all = Math.Min(Math.Min(end - first, tileRows), rows.Length - first % rows.Length);
        Point(addresses, unit, first);
        for (int i = 0; i < reader.InputCount; i++)
            addresses[i] += unit % Chunks * tileColumns * columns.Strides[i];
        byte* elements = reader.Read(addresses, 0, count, all, memory, out long stride);
        for (long row = 0; row < all; row += FoldGrouping.BlockRows)
        {
            long some = Math.Min(FoldGrouping.BlockRows, all - row);
            loops.ReduceColumns(elements + row * loops.ElementBytes, stride, some, accumulators, count);
            if (!IsOneBlock)
                loops.AddEach(totals, accumulators, count);
        }
        return all;
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
