namespace Tangent.Kernels;

/// <summary>A reduction whose rows run along a reduced axis: each unit is one output, each row is cut into blocks.</summary>
internal sealed unsafe class RowFold : FoldRun
{
    private const int BlocksPerSegment = 128;

    private readonly FoldLoops loops;
    private readonly PrologueReader reader;
    private readonly FoldSpace space;
    private readonly BufferView output;
    private readonly long blocksPerRow;
    private readonly long blocks;

    public RowFold(FoldLoops loops, PrologueReader reader, FoldSpace space, BufferView output)
        : base(loops, reader, space)
    {
        this.loops = loops;
        this.reader = reader;
        this.space = space;
        this.output = output;
        blocksPerRow = (space.Inner.Length + PrologueReader.MostElements - 1) / PrologueReader.MostElements;
        blocks = blocksPerRow * AxisWalk.Count(space.Reduced);
        Units = AxisWalk.Count(space.Kept);
    }

    /// <inheritdoc/>
    protected override long Units { get; }

    /// <inheritdoc/>
    protected override long Segments => (blocks + BlocksPerSegment - 1) / BlocksPerSegment;

    /// <inheritdoc/>
    protected override int Width => 1;

    /// <inheritdoc/>
    protected override void AddSegment(long unit, long segment, byte* totals, byte* memory)
    {
        long first = segment * BlocksPerSegment, count = Math.Min(BlocksPerSegment, blocks - first);
        // From two places by turns, which the processor fetches ahead for both. Measured on 16 MB: 0.20 ms, in one go 0.23.
        long streams = count == BlocksPerSegment ? 2 : 1;
        byte** addresses = stackalloc byte*[reader.InputCount];
        for (long block = first; block < first + count / streams; block++)
            for (long stream = 0; stream < streams; stream++)
                AddBlock(unit, block + stream * count / 2, addresses, totals, memory);
    }

    private void AddBlock(long unit, long block, byte** addresses, byte* totals, byte* memory)
    {
        long row = blocksPerRow == 1 ? block : blocksPerRow == blocks ? 0 : block / blocksPerRow;
        long first = (block - row * blocksPerRow) * PrologueReader.MostElements;
        long count = Math.Min(PrologueReader.MostElements, space.Inner.Length - first);
        reader.Start(addresses);
        AxisWalk.Move(addresses, space.Kept, unit);
        AxisWalk.Move(addresses, space.Reduced, row);
        for (int i = 0; i < reader.InputCount; i++)
            addresses[i] += first * space.Inner.Strides[i];
        loops.AddRow(totals, reader.Read(addresses, count, memory), count);
    }

    /// <inheritdoc/>
    protected override void Finish(long unit, byte* totals) =>
        loops.Finish(totals, output.Pointer + AxisWalk.OutputOffset(space.Kept, unit), 0, 1);

    /// <inheritdoc/>
    protected override void RunUnits(long start, long end)
    {
        if (blocks > 1 || !reader.IsInPlace)
            base.RunUnits(start, end);
        else
            while (start < end)
                start += ReduceRows(start, end);
    }

    // Rows that lie in place, each one block, along the last kept axis. Returns how many.
    private long ReduceRows(long start, long end)
    {
        byte* first;
        reader.Start(&first);
        AxisWalk.Move(&first, space.Kept, start);
        byte* result = output.Pointer + AxisWalk.OutputOffset(space.Kept, start);
        if (space.Kept is not [.., FoldAxis axis])
            axis = new FoldAxis(1, false, 0, [0]);
        long rows = Math.Min(end - start, axis.Length - start % axis.Length);
        loops.ReduceRows(first, axis.Strides[0], space.Inner.Length, result, axis.OutputStride, rows);
        return rows;
    }
}
