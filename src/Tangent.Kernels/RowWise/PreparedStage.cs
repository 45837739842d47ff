namespace Tangent.Kernels;

/// <summary>A stage as it runs: its loops, and the addresses of what it reads and writes.</summary>
internal sealed unsafe class PreparedStage
{
    /// <summary>Elements that are folded at once; their values stay in the first-level cache.</summary>
    public const int MostElements = 2048;

    private readonly RowStage stage;
    private readonly int result;
    private readonly bool[] isNumber;
    private readonly RowFunction? function;
    private readonly FoldLoops? loops;
    private readonly int size;

    /// <summary>Prepares the stage that makes value <paramref name="result"/> for so many rows of a length.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="result">The index of the value it makes.</param>
    /// <param name="areNumbers">For each value before it, whether it is one number a row.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="length">Elements of a row.</param>
    public PreparedStage(RowStage stage, int result, ReadOnlySpan<bool> areNumbers, long rows, long length)
    {
        if (stage.Reads.Length > RowFunctions.MostScalars)
            throw new ArgumentException($"RowWise: a stage reads {stage.Reads.Length} values, {RowFunctions.MostScalars} are the most.", nameof(stage));
        this.stage = stage;
        this.result = result;
        Program program = stage.Program;
        DType = program.Instructions[program.Outputs[0]].DType;
        size = DType.Size;
        isNumber = new bool[stage.Reads.Length];
        for (int i = 0; i < isNumber.Length; i++)
            isNumber[i] = areNumbers[stage.Reads[i]];
        loops = stage.Fold is { } fold ? FoldTable.Find(fold, DType) : null;
        bool isInPlace = loops is not null && program.Instructions is [{ Op: ScalarOp.Input }] && !isNumber[0];
        ProgramRows functions = RowFunctions.Of(program);
        bool isOnNumbers = IsNumber && loops is null;
        function = isInPlace ? null : functions.Get(isOnNumbers ? 0 : Scalars(), isOnNumbers ? rows : rows * length, rows);
        Grain = functions.Grain;
    }

    /// <summary>The type of the value made.</summary>
    public DType DType { get; }

    /// <summary>True if it makes one number a row.</summary>
    public bool IsNumber => stage.IsNumber;

    /// <summary>Elements that are worth a thread.</summary>
    public long Grain { get; }

    /// <summary>Scratch memory for <see cref="Run"/>: the addresses of operands, a total, and values to fold.</summary>
    public int ScratchBytes => TotalOffset + 64 + (loops is null ? 0 : MostElements * 8);

    private int TotalOffset => ((stage.Reads.Length + 1) * sizeof(byte*) + 63) & -64;

    /// <summary>Runs on one row of <paramref name="length"/> elements; <paramref name="values"/> has the addresses of all values.</summary>
    public void Run(byte** values, long length, byte* scratch)
    {
        if (loops is not null)
        {
            Fold(values, length, scratch);
            return;
        }
        byte** operands = (byte**)scratch;
        for (int i = 0; i < stage.Reads.Length; i++)
            operands[i] = values[stage.Reads[i]];
        operands[stage.Reads.Length] = values[result];
        function!(operands, operands + stage.Reads.Length, IsNumber ? 1 : length);
    }

    private void Fold(byte** values, long length, byte* scratch)
    {
        byte** operands = (byte**)scratch;
        byte* total = scratch + TotalOffset;
        loops!.Start(total, 1);
        for (long first = 0; first < length; first += MostElements)
        {
            long count = Math.Min(MostElements, length - first);
            byte* elements = total + 64;
            if (function is null)
            {
                elements = values[stage.Reads[0]] + first * size;
            }
            else
            {
                for (int i = 0; i < stage.Reads.Length; i++)
                    operands[i] = values[stage.Reads[i]] + (isNumber[i] ? 0 : first * stage.Program.Inputs[i].Size);
                operands[stage.Reads.Length] = elements;
                function(operands, operands + stage.Reads.Length, count);
            }
            loops.AddRow(total, elements, count);
        }
        loops.Finish(total, values[result], 0, 1);
    }

    private ulong Scalars()
    {
        ulong scalars = 0;
        for (int i = 0; i < isNumber.Length; i++)
            scalars |= isNumber[i] ? 1UL << i : 0;
        return scalars;
    }
}
