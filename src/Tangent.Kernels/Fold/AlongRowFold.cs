namespace Tangent.Kernels;

/// <summary>A reduction in rows for inputs that run along them, or most of which do.</summary>
internal sealed unsafe class AlongRowFold : RowFold
{
    // Of an input that runs across, whole lines, two of which the processor fetches together.
    private const int BytesAcross = 128;

    // The blocks of a tile's rows follow each other without gaps, and so do their results.
    private readonly bool isOneRun;

    /// <summary>Prepares the fold of a program's values.</summary>
    public AlongRowFold(FoldLoops loops, Program program, BufferView[] inputs, FoldSpace space, BufferView output, FoldAxis[] rows, int across)
        : base(loops, space, output, rows, across)
    {
        const int block = FoldGrouping.BlockElements;
        Reader = new TileReader(program, inputs, Across, space.Row);
        bool isLong = Length > block, isMany = space.Row.Length > 1;
        TileColumns = isLong && !Reader.IsInPlace && !isMany ? block : Math.Min(Length, ElementsInPlace);
        long some = Reader.IsAcross ? BytesAcross / loops.ElementBytes : 1;
        isOneRun = Reader.IsInPlace && isLong && Length % block == 0 && TileColumns == Length
            && Across.Strides[0] == Length * loops.ElementBytes && Across.OutputStride == Length / block * loops.ElementBytes;
        TileRows = Math.Min(Across.Length, TileColumns > block && !isOneRun ? 1 : Reader.IsInPlace ? ElementsInPlace / Length : Math.Max(some, block / Length));
        Reader.Prepare(TileRows, TileColumns, space.Count);
    }

    /// <inheritdoc/>
    protected override TileReader Reader { get; }

    /// <inheritdoc/>
    protected override long TileRows { get; }

    /// <inheritdoc/>
    protected override long TileColumns { get; }

    /// <inheritdoc/>
    protected override void ReduceBlocks(byte** addresses, long first, long count, long rows, byte* results, byte* memory)
    {
        const int block = FoldGrouping.BlockElements;
        byte* elements = Reader.Read(addresses, first, rows, count, memory, out long stride);
        if (count <= block)
        {
            Loops.ReduceRows(elements, stride, count, results, Across.OutputStride, rows);
            return;
        }
        int size = Loops.ElementBytes;
        if (isOneRun)
            count *= rows;
        long whole = count / block;
        Loops.ReduceRows(elements, block * size, block, results, size, whole);
        if (whole * block < count)
            Loops.ReduceRows(elements + whole * block * size, 0, count - whole * block, results + whole * size, 0, 1);
    }
}
