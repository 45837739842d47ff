namespace Tangent.Kernels;

/// <summary>
/// A reduction in rows for inputs that run across them: what a row's registers hold lane by lane, many rows hold in a vector for
/// each lane.
/// </summary>
internal sealed unsafe class AcrossRowFold : RowFold
{
    // Their accumulators stay in the second-level cache; a line of a tile is worth a call.
    private const int RowsOfTile = 512;
    private const int TileElements = 64 * 1024;

    private readonly long lines;

    /// <summary>Prepares the fold of a program's values.</summary>
    public AcrossRowFold(FoldLoops loops, Program program, BufferView[] inputs, FoldSpace space, BufferView output, FoldAxis[] rows, int across)
        : base(loops, space, output, rows, across)
    {
        Reader = new TileReader(program, inputs, space.Row[0], [Across]);
        TileRows = Math.Min(Across.Length, RowsOfTile);
        TileColumns = Math.Min(Length, FoldGrouping.BlockElements);
        lines = Reader.IsInPlace ? TileColumns : Math.Min(TileColumns, Math.Max(Accumulators, TileElements / TileRows / Accumulators * Accumulators));
        Reader.Prepare(lines, TileRows, space.Count);
    }

    /// <inheritdoc/>
    protected override TileReader Reader { get; }

    /// <inheritdoc/>
    protected override long TileRows { get; }

    /// <inheritdoc/>
    protected override long TileColumns { get; }

    /// <inheritdoc/>
    protected override int MoreBytes => checked((int)(Accumulators * TileRows * Loops.ElementBytes + 63)) & -64;

    // Four registers.
    private long Accumulators => 4L * Loops.Lanes;

    /// <inheritdoc/>
    protected override void ReduceBlocks(byte** addresses, long first, long count, long rows, byte* results, byte* memory)
    {
        byte* accumulators = memory;
        long turns = count - count % Accumulators, vectors = count - count % Loops.Lanes;
        Loops.Fill(accumulators, Accumulators * rows);
        Add(addresses, first, 0, turns, Accumulators, rows, memory);
        Add(addresses, first, turns, vectors, Loops.Lanes, rows, memory);
        Loops.AddPairs(accumulators, Loops.Lanes * rows);
        Loops.AddHalves(accumulators, Loops.Lanes, rows);
        Add(addresses, first, vectors, count, 1, rows, memory);
        Elements.Spread(results, Across.OutputStride, accumulators, Loops.ElementBytes, rows);
    }

    // Elements of a block from one to another, which so many sets of accumulators take by turns.
    private void Add(byte** addresses, long first, long from, long to, long sets, long rows, byte* memory)
    {
        byte** places = stackalloc byte*[Reader.InputCount];
        for (long line = from; line < to; line += lines)
        {
            long some = Math.Min(lines, to - line);
            for (int i = 0; i < Reader.InputCount; i++)
                places[i] = addresses[i] + (first + line) * Space.Row[0].Strides[i];
            byte* elements = Reader.Read(places, 0, some, rows, memory + MoreBytes, out long stride);
            Loops.AddByTurns(memory, sets, elements, stride, line - from, some, rows);
        }
    }
}
