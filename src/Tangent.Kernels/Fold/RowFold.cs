namespace Tangent.Kernels;

/// <summary>
/// A reduction in rows: first every block is reduced to one element, in any order; then, where an output has several, these
/// are added up. Rows are taken in tiles along the axis on which inputs run in the shortest steps.
/// </summary>
internal sealed unsafe class RowFold
{
    // Enough for two streams of reads, each a few pages long.
    private const int ElementsInPlace = 32 * 1024;

    // Several rows of an axis whose neighbours share cache lines, two of which the processor fetches together.
    private const int RowBytesAcross = 128;

    [ThreadStatic] private static ThreadScratch? scratch;

    private readonly FoldLoops loops;
    private readonly TileReader reader;
    private readonly FoldSpace space;
    private readonly BufferView output;
    private readonly FoldAxis[] others;
    private readonly FoldAxis across;
    private readonly long length;
    private readonly long blocks;
    private readonly long tileRows;
    private readonly long tileColumns;

    /// <summary>Prepares the fold of a program's values.</summary>
    public RowFold(FoldLoops loops, Program program, BufferView[] inputs, FoldSpace space, BufferView output)
    {
        this.loops = loops;
        this.space = space;
        this.output = output;
        length = AxisWalk.Count(space.Row);
        blocks = (length + FoldGrouping.BlockElements - 1) / FoldGrouping.BlockElements;
        BlocksPerOutput = blocks * AxisWalk.Count(space.Reduced);
        FoldAxis[] all = Rows();
        int place = space.Row.Length > 1 ? -1 : PlaceOfTiles(all);
        across = place < 0 ? FoldAxis.Single(inputs.Length) : all[place];
        others = place < 0 ? all : [.. all[..place], .. all[(place + 1)..]];
        reader = new TileReader(program, inputs, across, space.Row);
        (tileRows, tileColumns) = TileSize();
        reader.Prepare(tileRows, tileColumns, isDense: false, space.Count);
    }

    private long BlocksPerOutput { get; }

    private long TilesAcross => (across.Length + tileRows - 1) / tileRows;

    private long TilesAlong => (length + tileColumns - 1) / tileColumns;

    /// <summary>Writes every output.</summary>
    public void Run()
    {
        Buffer? results = BlocksPerOutput > 1 ? Buffer.Allocate(BlocksPerOutput * output.Layout.Count * loops.ElementBytes) : null;
        byte* first = results is null ? output.Pointer : results.Pointer;
        long tiles = AxisWalk.Count(others) * TilesAcross * TilesAlong;
        Workers.For(tiles, Math.Max(1, reader.Grain / Math.Max(1, space.Count / tiles)), (start, end) =>
        {
            byte* memory = (scratch ??= new()).Reserve(reader.ScratchBytes);
            for (long tile = start; tile < end; tile++)
                ReduceTile(tile, first, memory);
        });
        if (results is null)
            return;
        Workers.For(output.Layout.Count, Math.Max(1, ElementsInPlace / BlocksPerOutput), (start, end) =>
        {
            for (long unit = start; unit < end; unit++)
                loops.AddBlocks(first + unit * BlocksPerOutput * loops.ElementBytes, BlocksPerOutput, output.Pointer + unit * loops.ElementBytes);
        });
        results.Release();
    }

    // The axes of rows; strides of the output are those of the results of first blocks.
    private FoldAxis[] Rows()
    {
        var rows = new FoldAxis[space.Kept.Length + space.Reduced.Length];
        for (int i = 0; i < space.Kept.Length; i++)
            rows[i] = space.Kept[i] with { OutputStride = space.Kept[i].OutputStride * BlocksPerOutput };
        long stride = blocks * loops.ElementBytes;
        for (int i = space.Reduced.Length - 1; i >= 0; stride *= space.Reduced[i--].Length)
            rows[space.Kept.Length + i] = space.Reduced[i] with { OutputStride = stride };
        return rows;
    }

    // The axis on which an input runs in the shortest steps, if they are shorter than along the row; else the last.
    private int PlaceOfTiles(FoldAxis[] rows)
    {
        int best = rows.Length - 1;
        long shortest = long.MaxValue;
        for (int axis = 0; axis < rows.Length; axis++)
            for (int input = 0; input < rows[axis].Strides.Length; input++)
            {
                long stride = rows[axis].Strides[input];
                if (!TileReader.IsShorter(stride, space.Row[0].Strides[input]) || Math.Abs(stride) >= shortest)
                    continue;
                shortest = Math.Abs(stride);
                best = axis;
            }
        return best;
    }

    private (long Rows, long Columns) TileSize()
    {
        const int block = FoldGrouping.BlockElements;
        if (space.Row.Length > 1)
            return (1, Math.Min(length, ElementsInPlace));
        if (reader.IsInPlace(length, isDense: false))
            return blocks > 1 ? (1, Math.Min(length, ElementsInPlace)) : (Math.Min(across.Length, Math.Max(1, ElementsInPlace / length)), length);
        long rows = reader.IsAcross ? RowBytesAcross / loops.ElementBytes : 1;
        return (Math.Min(across.Length, Math.Max(rows, block / length)), Math.Min(length, block));
    }

    private void ReduceTile(long tile, byte* results, byte* memory)
    {
        long along = tile % TilesAlong, strip = tile / TilesAlong;
        long row = strip % TilesAcross * tileRows, other = strip / TilesAcross;
        byte** addresses = stackalloc byte*[reader.InputCount];
        reader.Start(addresses);
        AxisWalk.Move(addresses, others, other);
        for (int i = 0; i < reader.InputCount; i++)
            addresses[i] += row * across.Strides[i];
        long first = along * tileColumns, count = Math.Min(tileColumns, length - first), rows = Math.Min(tileRows, across.Length - row);
        byte* elements = reader.Read(addresses, first, rows, count, memory, out long stride);
        results += AxisWalk.OutputOffset(others, other) + row * across.OutputStride + first / FoldGrouping.BlockElements * loops.ElementBytes;
        if (count <= FoldGrouping.BlockElements)
            loops.ReduceRows(elements, stride, count, results, across.OutputStride, rows);
        else
            ReduceBlocks(elements, count, results);
    }

    private void ReduceBlocks(byte* elements, long count, byte* results)
    {
        const int block = FoldGrouping.BlockElements;
        int size = loops.ElementBytes;
        long whole = count / block;
        loops.ReduceRows(elements, block * size, block, results, size, whole);
        if (whole * block < count)
            loops.ReduceRows(elements + whole * block * size, 0, count - whole * block, results + whole * size, 0, 1);
    }
}
