namespace Tangent.Kernels;

/// <summary>
/// A map some of whose inputs are strided or repeat along some axes. The work is cut into blocks of some rows and
/// columns; an input that is not contiguous along the rows is gathered into scratch memory, block by block.
/// </summary>
internal sealed unsafe class StridedMap
{
    // Rows this long run one by one, straight from memory where they can; shorter ones are gathered together.
    private const int LongRow = 256;

    // Elements of a block: its gathered inputs share the second-level cache.
    private const int BlockLength = 4096;

    // Columns of a block where rows are long and some inputs are gathered: the processor begins the next gathering while it still
    // computes, which it can look ahead to only if blocks are short. Measured on stride 2: 3.0 ms at 256, 5.2 at 4096.
    private const int GatheredColumns = 256;

    // Of a transposed input, each cache line serves as many rows; long rows of the others keep the prefetcher going.
    private const int PanelRows = 16;
    private const int PanelColumns = 1024;

    [ThreadStatic] private static ThreadScratch? scratch;

    private readonly IterationSpace space;
    private readonly BufferView[] inputs;
    private readonly BufferView[] outputs;
    private readonly MapOperand[] operands;
    private readonly byte*[] first;
    private readonly int[] inputSizes;
    private readonly int[] outputSizes;
    private readonly long blockRows;
    private readonly long blockColumns;
    private readonly ProgramRows rows;
    private readonly LoopFunction row;

    public StridedMap(Program program, BufferView[] inputs, BufferView[] outputs)
    {
        this.inputs = inputs;
        this.outputs = outputs;
        first = new byte*[inputs.Length];
        for (int i = 0; i < first.Length; i++)
            first[i] = inputs[i].Pointer;
        inputSizes = Array.ConvertAll(inputs, input => input.DType.Size);
        outputSizes = Array.ConvertAll(outputs, output => output.DType.Size);
        space = new IterationSpace(outputs[0].Layout.Shape, inputs);
        bool longRows = space.Columns >= LongRow;
        operands = new MapOperand[inputs.Length];
        bool panel = false;
        for (int i = 0; i < operands.Length; i++)
        {
            operands[i] = Operand(i, longRows);
            panel |= longRows && space.IsTransposed(i);
        }
        blockRows = longRows ? panel ? PanelRows : 1 : BlockLength / space.Columns;
        bool gathered = longRows && operands.Contains(MapOperand.Gathered);
        blockColumns = Math.Min(space.Columns, panel ? PanelColumns : gathered ? GatheredColumns : BlockLength);
        rows = LoopFunctions.Of(program);
        long calls = longRows ? space.Rows * (space.Columns / blockColumns) : Math.Max(1, space.Rows / blockRows);
        LoopFunction? streaming = Streaming.IsWorthwhile(inputs, outputs, space.Columns) ? rows.Streaming(Scalars()) : null;
        row = streaming ?? rows.Get(Scalars(), outputs[0].Layout.Count, calls);
    }

    /// <summary>Computes every output.</summary>
    public void Run()
    {
        long across = (space.Columns + blockColumns - 1) / blockColumns;
        long down = (space.Rows + blockRows - 1) / blockRows;
        long grain = Math.Max(1, rows.Grain / (blockRows * blockColumns));
        Workers.For(across * down, grain, (start, end) =>
        {
            byte* memory = (scratch ??= new()).Reserve(ScratchBytes());
            for (long block = start; block < end; block++)
                RunBlock(block / across * blockRows, block % across * blockColumns, memory);
            Streaming.Finish();
        });
    }

    private MapOperand Operand(int input, bool longRows)
    {
        long stride = space.ColumnStride(input);
        if (space.RepeatsEverywhere(input) || (longRows && stride == 0))
            return input < LoopFunctions.MostScalars ? MapOperand.Scalar : MapOperand.Gathered;
        bool direct = longRows ? stride == inputSizes[input] : space.IsDense(input);
        return direct ? MapOperand.Direct : MapOperand.Gathered;
    }

    private ulong Scalars()
    {
        ulong scalars = 0;
        for (int i = 0; i < operands.Length; i++)
            scalars |= operands[i] == MapOperand.Scalar ? 1UL << i : 0;
        return scalars;
    }

    private int TableBytes => (inputs.Length + outputs.Length + 7 & -8) * sizeof(byte*);

    private int ScratchBytes()
    {
        long bytes = TableBytes;
        for (int i = 0; i < inputs.Length; i++)
            bytes += operands[i] == MapOperand.Gathered ? GatheredBytes(i) : 0;
        return (int)bytes;
    }

    private long GatheredBytes(int input) => (blockRows * blockColumns * inputSizes[input] + 63) & -64;

    private void RunBlock(long firstRow, long firstColumn, byte* memory)
    {
        var block = new MapBlock(
            firstRow, firstColumn, Math.Min(blockRows, space.Rows - firstRow), Math.Min(blockColumns, space.Columns - firstColumn));
        Gather(block, memory);
        byte** pointers = (byte**)memory;
        if (space.Columns < LongRow)
        {
            Point(block, 0, memory);
            row(pointers, pointers + inputs.Length, block.Rows * block.Columns);
            return;
        }
        for (long i = 0; i < block.Rows; i++)
        {
            Point(block, i, memory);
            row(pointers, pointers + inputs.Length, block.Columns);
        }
    }

    private void Gather(in MapBlock block, byte* memory)
    {
        byte* destination = memory + TableBytes;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (operands[i] != MapOperand.Gathered)
                continue;
            space.Gather(i, first[i], block, destination);
            destination += GatheredBytes(i);
        }
    }

    // Where the operands of one row of a block begin.
    private void Point(in MapBlock block, long row, byte* memory)
    {
        byte** pointers = (byte**)memory;
        byte* gathered = memory + TableBytes;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (operands[i] == MapOperand.Gathered)
            {
                pointers[i] = gathered + row * block.Columns * inputSizes[i];
                gathered += GatheredBytes(i);
            }
            else
            {
                pointers[i] = first[i] + space.RowOffset(i, block.FirstRow + row) + block.FirstColumn * space.ColumnStride(i);
            }
        }
        long element = (block.FirstRow + row) * space.Columns + block.FirstColumn;
        for (int i = 0; i < outputs.Length; i++)
            pointers[inputs.Length + i] = outputs[i].Pointer + element * outputSizes[i];
    }
}
