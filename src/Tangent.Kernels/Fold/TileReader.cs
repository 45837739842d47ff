namespace Tangent.Kernels;

/// <summary>
/// Gives the values of a reduction's program over tiles, rows by columns, row after row: from where they lie, or in scratch
/// memory, into which inputs that run the other way are transposed.
/// </summary>
internal sealed unsafe class TileReader
{
    // Shorter rows do not pay for a call each; the values of a tile are computed in one.
    private const int ShortRow = 256;

    // Transposing takes whole cache lines.
    private const int LineBytes = 64;

    // The step of columns that are several axes to an input.
    private const long Uneven = long.MaxValue;

    private readonly BufferView[] inputs;
    private readonly FoldAxis row;
    private readonly FoldAxis[] columns;
    private readonly long[] steps;
    private readonly MapOperand[] operands;
    private readonly ProgramRows functions;
    private readonly int valueBytes;
    private readonly bool isIdentity;
    private LoopFunction? function;
    private long tileElements;
    private bool isFlat;

    /// <summary>Reads tiles with rows along one axis, and columns along some, which count as one.</summary>
    public TileReader(Program program, BufferView[] inputs, FoldAxis row, FoldAxis[] columns)
    {
        this.inputs = inputs;
        this.row = row;
        this.columns = columns;
        steps = new long[inputs.Length];
        for (int i = 0; i < steps.Length; i++)
            steps[i] = StepOf(columns, i);
        operands = new MapOperand[inputs.Length];
        functions = LoopFunctions.Of(program);
        valueBytes = program.Instructions[program.Outputs[0]].DType.Size;
        isIdentity = program.Instructions is [{ Op: ScalarOp.Input, Bits: 0 }] && inputs.Length == 1;
    }

    /// <summary>Elements that are worth a thread of their own.</summary>
    public long Grain => functions.Grain;

    /// <summary>The number of inputs.</summary>
    public int InputCount => inputs.Length;

    /// <summary>True if an input runs along the rows' axis in shorter steps than along columns.</summary>
    public bool IsAcross
    {
        get
        {
            for (int i = 0; i < steps.Length; i++)
                if (IsShorter(row.Strides[i], steps[i]))
                    return true;
            return false;
        }
    }

    /// <summary>Scratch memory for <see cref="Read"/>.</summary>
    public int ScratchBytes => checked((int)((inputs.Length + 2) * (LineBytes + sizeof(byte*)) + tileElements * (valueBytes + inputs.Sum(input => input.DType.Size))));

    /// <summary>True if a stride is a step, and one shorter than another.</summary>
    public static bool IsShorter(long stride, long other) => stride != 0 && other != 0 && Math.Abs(stride) < Math.Abs(other);

    /// <summary>True if values are the elements of the one input, where they lie.</summary>
    public bool IsInPlace => isIdentity && steps[0] == inputs[0].DType.Size;

    /// <summary>Prepares for tiles of at most so many rows and columns, and <paramref name="work"/> elements in all.</summary>
    public void Prepare(long rows, long width, long work)
    {
        tileElements = IsInPlace ? 0 : rows * width;
        isFlat = rows == 1 || width < ShortRow || AreAllFlat(rows, width);
        ulong scalars = 0;
        for (int i = 0; i < operands.Length; i++)
        {
            operands[i] = IsInPlace ? MapOperand.Direct : isIdentity ? MapOperand.Gathered : OperandOf(i, rows, width);
            scalars |= operands[i] == MapOperand.Scalar ? 1UL << i : 0;
        }
        if (!isIdentity)
            function = functions.Get(scalars, work, Math.Max(1, work / (isFlat ? rows * width : width)));
    }

    /// <summary>The address of the first element of each input.</summary>
    public void Start(byte** addresses)
    {
        for (int i = 0; i < inputs.Length; i++)
            addresses[i] = inputs[i].Pointer;
    }

    /// <summary>
    /// The values from a column on, in rows of which the first begin at the given addresses; <paramref name="stride"/> bytes from
    /// one row to the next.
    /// </summary>
    public byte* Read(byte** addresses, long first, long rows, long count, byte* scratch, out long stride)
    {
        stride = IsInPlace ? row.Strides[0] : count * valueBytes;
        byte** pointers = (byte**)scratch;
        byte* next = scratch + (((inputs.Length + 1) * sizeof(byte*) + LineBytes - 1) & -LineBytes);
        for (int i = 0; i < inputs.Length; i++)
        {
            pointers[i] = steps[i] == Uneven ? addresses[i] : addresses[i] + first * steps[i];
            if (operands[i] != MapOperand.Gathered)
                continue;
            Gather(i, pointers[i], first, rows, count, next);
            pointers[i] = next;
            next += (tileElements * inputs[i].DType.Size + LineBytes - 1) & -LineBytes;
        }
        if (isIdentity)
            return pointers[0];
        pointers[inputs.Length] = next;
        Compute(pointers, rows, count);
        return next;
    }

    private void Compute(byte** pointers, long rows, long count)
    {
        if (isFlat)
        {
            function!(pointers, pointers + inputs.Length, rows * count);
            return;
        }
        for (long i = 0; i < rows; i++)
        {
            function!(pointers, pointers + inputs.Length, count);
            for (int input = 0; input < inputs.Length; input++)
                pointers[input] += operands[input] == MapOperand.Gathered ? count * inputs[input].DType.Size : row.Strides[input];
            pointers[inputs.Length] += count * valueBytes;
        }
    }

    private void Gather(int input, byte* source, long first, long rows, long count, byte* destination)
    {
        int size = inputs[input].DType.Size;
        long down = row.Strides[input];
        if (steps[input] == Uneven)
            GatherRow(input, source, first, count, destination);
        else if (down == size && rows * size < LineBytes)
            for (long i = 0; i < rows; i++)
                BlockCopy.Run(source + i * down, 0, steps[input], destination + i * count * size, 1, count, size);
        else
            BlockCopy.Run(source, down, steps[input], destination, rows, count, size);
    }

    // The last two axes of columns are matrices; a part of one begins within a row, and ends within another.
    private void GatherRow(int input, byte* source, long first, long count, byte* destination)
    {
        FoldAxis last = columns[^1], before = columns[^2];
        int size = inputs[input].DType.Size;
        while (count > 0)
        {
            (long line, long place) = Math.DivRem(first, last.Length);
            bool isWhole = place == 0 && count >= last.Length;
            long lines = isWhole ? Math.Min(count / last.Length, before.Length - line % before.Length) : 1;
            long length = isWhole ? last.Length : Math.Min(count, last.Length - place);
            byte* from = source + AxisWalk.Offset(columns.AsSpan(..^1), line, input) + place * last.Strides[input];
            BlockCopy.Run(from, before.Strides[input], last.Strides[input], destination, lines, length, size);
            destination += lines * length * size;
            first += lines * length;
            count -= lines * length;
        }
    }

    private MapOperand OperandOf(int input, long rows, long width)
    {
        if (steps[input] == 0 && input < LoopFunctions.MostScalars && (!isFlat || rows == 1 || row.Strides[input] == 0))
            return MapOperand.Scalar;
        return steps[input] == inputs[input].DType.Size && (!isFlat || IsDense(input, rows, width)) ? MapOperand.Direct : MapOperand.Gathered;
    }

    private bool AreAllFlat(long rows, long width)
    {
        for (int i = 0; i < steps.Length; i++)
            if (!IsDense(i, rows, width) && (steps[i] != 0 || row.Strides[i] != 0))
                return false;
        return true;
    }

    // Rows of a tile follow each other without gaps.
    private bool IsDense(int input, long rows, long width) => steps[input] == inputs[input].DType.Size
        && (rows == 1 || (row.Strides[input] == width * steps[input] && columns.Length == 1 && width == columns[0].Length));

    private static long StepOf(FoldAxis[] columns, int input)
    {
        for (int i = 1; i < columns.Length; i++)
            if (columns[i - 1].Strides[input] != columns[i].Strides[input] * columns[i].Length)
                return Uneven;
        return columns[^1].Strides[input];
    }
}
