namespace Tangent.Kernels;

/// <summary>
/// A reduction in rows: first every block is reduced to one element, in any order; then, where an output has several, these
/// are added up.
/// </summary>
internal abstract unsafe class RowFold
{
    // Enough for two streams of reads, each a few pages long.
    protected const int ElementsInPlace = 64 * 1024;

    [ThreadStatic] private static ThreadScratch? scratch;

    private readonly BufferView output;

    /// <summary>Prepares a fold whose tiles lie along one axis of <paramref name="rows"/>, or along none: -1.</summary>
    protected RowFold(FoldLoops loops, FoldSpace space, BufferView output, FoldAxis[] rows, int across)
    {
        Loops = loops;
        Space = space;
        this.output = output;
        Length = AxisWalk.Count(space.Row);
        BlocksPerOutput = BlocksOf(space);
        Across = across < 0 ? FoldAxis.Single(space.Row[0].Strides.Length) : rows[across];
        Others = across < 0 ? rows : [.. rows[..across], .. rows[(across + 1)..]];
    }

    /// <summary>The loops of the fold.</summary>
    protected FoldLoops Loops { get; }

    /// <summary>Where the elements lie.</summary>
    protected FoldSpace Space { get; }

    /// <summary>Elements of a row.</summary>
    protected long Length { get; }

    /// <summary>The axis of rows that share a tile; its output stride is that of their results.</summary>
    protected FoldAxis Across { get; }

    /// <summary>The other axes of rows.</summary>
    protected FoldAxis[] Others { get; }

    /// <summary>Gives the values.</summary>
    protected abstract TileReader Reader { get; }

    /// <summary>Rows of a tile.</summary>
    protected abstract long TileRows { get; }

    /// <summary>Elements of a row in a tile: a block, or whole ones.</summary>
    protected abstract long TileColumns { get; }

    /// <summary>Scratch memory beside the reader's.</summary>
    protected virtual int MoreBytes => 0;

    private long BlocksPerOutput { get; }

    private long TilesAcross => (Across.Length + TileRows - 1) / TileRows;

    private long TilesAlong => (Length + TileColumns - 1) / TileColumns;

    /// <summary>The fold of a program's values, as its inputs run: along rows or across them.</summary>
    public static RowFold Of(FoldLoops loops, Program program, BufferView[] inputs, FoldSpace space, BufferView output)
    {
        FoldAxis[] rows = RowsOf(space, loops.ElementBytes);
        int best = rows.Length - 1;
        for (int i = best - 1; i >= 0; i--)
            if (rows[i].Step < rows[best].Step)
                best = i;
        return best >= 0 && space.Row.Length == 1 && rows[best].Step < space.Row[0].Step
            ? new AcrossRowFold(loops, program, inputs, space, output, rows, best)
            : new AlongRowFold(loops, program, inputs, space, output, rows, space.Row.Length > 1 ? -1 : best);
    }

    /// <summary>Writes every output.</summary>
    public void Run()
    {
        Buffer? blocks = BlocksPerOutput > 1 ? Buffer.Allocate(BlocksPerOutput * output.Layout.Count * Loops.ElementBytes) : null;
        byte* results = blocks is null ? output.Pointer : blocks.Pointer;
        long tiles = AxisWalk.Count(Others) * TilesAcross * TilesAlong;
        Workers.For(tiles, Math.Max(1, Reader.Grain / Math.Max(1, Space.Count / tiles)), (start, end) =>
        {
            byte* memory = (scratch ??= new()).Reserve(checked(Reader.ScratchBytes + MoreBytes));
            for (long tile = start; tile < end; tile++)
                ReduceTile(tile, results, memory);
        });
        if (blocks is null)
            return;
        Workers.For(output.Layout.Count, Math.Max(1, ElementsInPlace / BlocksPerOutput), (start, end) =>
        {
            for (long unit = start; unit < end; unit++)
                Loops.AddBlocks(results + unit * BlocksPerOutput * Loops.ElementBytes, BlocksPerOutput, output.Pointer + unit * Loops.ElementBytes);
        });
        blocks.Release();
    }

    /// <summary>Reduces the blocks of some rows, which begin at the given addresses, from an element on.</summary>
    protected abstract void ReduceBlocks(byte** addresses, long first, long count, long rows, byte* results, byte* memory);

    private void ReduceTile(long tile, byte* results, byte* memory)
    {
        long along = tile % TilesAlong, strip = tile / TilesAlong;
        long row = strip % TilesAcross * TileRows, other = strip / TilesAcross;
        byte** addresses = stackalloc byte*[Reader.InputCount];
        Reader.Start(addresses);
        AxisWalk.Move(addresses, Others, other);
        for (int i = 0; i < Reader.InputCount; i++)
            addresses[i] += row * Across.Strides[i];
        long first = along * TileColumns;
        results += AxisWalk.OutputOffset(Others, other) + row * Across.OutputStride + first / FoldGrouping.BlockElements * Loops.ElementBytes;
        ReduceBlocks(addresses, first, Math.Min(TileColumns, Length - first), Math.Min(TileRows, Across.Length - row), results, memory);
    }

    private static long BlocksOf(FoldSpace space) => BlocksOfRow(space) * AxisWalk.Count(space.Reduced);

    private static long BlocksOfRow(FoldSpace space) => (AxisWalk.Count(space.Row) + FoldGrouping.BlockElements - 1) / FoldGrouping.BlockElements;

    // The axes of rows; strides of the output are those of the results of first blocks.
    private static FoldAxis[] RowsOf(FoldSpace space, int size)
    {
        var rows = new FoldAxis[space.Kept.Length + space.Reduced.Length];
        for (int i = 0; i < space.Kept.Length; i++)
            rows[i] = space.Kept[i] with { OutputStride = space.Kept[i].OutputStride * BlocksOf(space) };
        long stride = BlocksOfRow(space) * size;
        for (int i = space.Reduced.Length - 1; i >= 0; stride *= space.Reduced[i--].Length)
            rows[space.Kept.Length + i] = space.Reduced[i] with { OutputStride = stride };
        return rows;
    }
}
