namespace Tangent.Kernels;

/// <summary>
/// A reduction in columns: each unit is some neighbouring outputs. They lie on the kept axis on which inputs run in the shortest
/// steps, whichever it is: columns do not know each other.
/// </summary>
internal sealed unsafe class ColumnFold
{
    // Rows that lie in place stay in the first-level cache with their sums; else several, with their inputs.
    private const int ColumnsInPlace = 2048;
    private const int ColumnsComputed = 1024;
    private const int TileElements = 4096;

    // Where inputs run down the columns: whole lines of several rows, and tiles that stay in the second-level cache.
    private const int RowsAcross = 256;
    private const int ColumnsAcross = 128;

    [ThreadStatic] private static ThreadScratch? scratch;

    private readonly FoldLoops loops;
    private readonly TileReader reader;
    private readonly FoldSpace space;
    private readonly FoldGrouping grouping;
    private readonly BufferView output;
    private readonly FoldAxis columns;
    private readonly FoldAxis[] others;
    private readonly long lastRows;
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
        FoldAxis rows = space.Reduced.Length == 0 ? FoldAxis.Single(inputs.Length) : space.Reduced[^1];
        lastRows = rows.Length;
        reader = new TileReader(program, inputs, rows, [columns]);
        (tileRows, tileColumns) = TileSize();
        reader.Prepare(tileRows, tileColumns, grouping.Parts > 1, space.Count);
        Segments = (grouping.WideRows + grouping.RowsPerSegment - 1) / grouping.RowsPerSegment;
    }

    private long Segments { get; }

    private long Chunks => (columns.Length + tileColumns - 1) / tileColumns;

    private long Width => tileColumns * grouping.Parts;

    private int TotalsBytes => (int)(Width * loops.TotalBytes + 63) & -64;

    private int AccumulatorBytes => (int)(Width * loops.ElementBytes + 63) & -64;

    // Few rows need no totals: the accumulators are the result.
    private bool IsOneBlock => grouping.Parts == 1 && grouping.WideRows <= FoldGrouping.RowsPerBlock;

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
                loops.Merge(first, first + segment * TotalsBytes, ColumnsOf(unit) * grouping.Parts);
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
        long parts = grouping.Parts, width = Math.Min(columns.Length, ColumnsInPlace);
        if (reader.IsInPlace(width, isDense: parts > 1))
            return (FoldGrouping.RowsPerBlock * parts, width);
        width = Math.Min(columns.Length, reader.IsAcross ? ColumnsAcross : ColumnsComputed);
        long rows = Math.Min(lastRows, reader.IsAcross ? RowsAcross : Math.Max(1, TileElements / width));
        return (Math.Max(rows / parts * parts, Math.Min(rows, parts)), width);
    }

    private long ColumnsOf(long unit) => Math.Min(tileColumns, columns.Length - unit % Chunks * tileColumns);

    private void AddSegment(long unit, long segment, byte* totals, byte* accumulators)
    {
        byte* memory = accumulators + AccumulatorBytes;
        long width = ColumnsOf(unit) * grouping.Parts;
        if (!IsOneBlock)
            loops.Start(totals, width);
        long end = Math.Min(grouping.WideRows, (segment + 1) * grouping.RowsPerSegment);
        for (long first = segment * grouping.RowsPerSegment; first < end; first += FoldGrouping.RowsPerBlock)
        {
            loops.StartColumns(accumulators, width);
            AddBlock(unit, first, Math.Min(end, first + FoldGrouping.RowsPerBlock), accumulators, memory);
            if (!IsOneBlock)
                loops.EndColumns(totals, accumulators, width);
        }
    }

    // Wide rows, in as many pieces as there are runs.
    private void AddBlock(long unit, long first, long end, byte* accumulators, byte* memory)
    {
        long perRun = grouping.WideRowsPerRun, parts = grouping.Parts;
        while (first < end)
        {
            (long run, long wide) = Math.DivRem(first, perRun);
            long count = Math.Min(end - first, perRun - wide), start = run * grouping.Run;
            AddRows(unit, start, start + wide * parts, start + Math.Min(grouping.Run, (wide + count) * parts), accumulators, memory);
            first += count;
        }
    }

    // Rows from one to another, in tiles: of whole wide rows, or of a part of one.
    private void AddRows(long unit, long run, long row, long end, byte* accumulators, byte* memory)
    {
        byte** addresses = stackalloc byte*[reader.InputCount];
        long parts = grouping.Parts, columnCount = ColumnsOf(unit), size = loops.ElementBytes;
        while (row < end)
        {
            long part = (row - run) % parts, rows = Math.Min(Math.Min(end - row, tileRows), lastRows - row % lastRows);
            rows = part > 0 ? Math.Min(rows, parts - part) : rows >= parts ? rows - rows % parts : rows;
            reader.Start(addresses);
            AxisWalk.Move(addresses, others, unit / Chunks);
            AxisWalk.Move(addresses, space.Reduced, row);
            byte* elements = reader.Read(addresses, unit % Chunks * tileColumns, rows, columnCount, memory, out long stride);
            if (rows >= parts)
                loops.AddRows(accumulators, elements, stride * parts, rows / parts, columnCount * parts);
            else
                loops.AddRows(accumulators + part * columnCount * size, elements, 0, 1, rows * columnCount);
            row += rows;
        }
    }

    private void Finish(long unit, byte* totals, byte* accumulators)
    {
        long count = ColumnsOf(unit);
        byte* destination = output.Pointer + AxisWalk.OutputOffset(others, unit / Chunks) + unit % Chunks * tileColumns * columns.OutputStride;
        if (!IsOneBlock)
        {
            loops.MergeParts(totals, grouping.Parts, count);
            loops.Finish(totals, destination, columns.OutputStride, count);
        }
        else if (columns.OutputStride == loops.ElementBytes)
            Elements.Copy(destination, accumulators, loops.ElementBytes, count);
        else
            for (long i = 0; i < count; i++)
                Elements.Copy(destination + i * columns.OutputStride, accumulators + i * loops.ElementBytes, loops.ElementBytes, 1);
    }
}
