namespace Tangent.Kernels;

/// <summary>A stage as it runs: its loop, and what it reads and writes.</summary>
internal sealed unsafe class PreparedStage
{
    private readonly RowStage stage;
    private readonly FoldLoops?[] folds;
    private readonly int[] readSizes;
    private readonly int[] writeSizes;
    private readonly LoopFunction? function;
    private readonly int numbers;
    private readonly long run;

    /// <summary>Prepares a stage for so many rows of a length.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="areNumbers">For each value, whether it is one number a row.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="length">Elements of a row.</param>
    /// <param name="run">Elements of a row of a fold by itself (<see cref="FoldGrouping"/>), of which ours may span several.</param>
    /// <param name="isStreaming">True if what it writes is the output alone, which the caches cannot hold.</param>
    public PreparedStage(RowStage stage, ReadOnlySpan<bool> areNumbers, long rows, long length, long run, bool isStreaming)
    {
        if (stage.Reads.Length > LoopFunctions.MostScalars)
            throw new ArgumentException($"RowWise: a stage reads {stage.Reads.Length} values, {LoopFunctions.MostScalars} are the most.", nameof(stage));
        this.stage = stage;
        this.run = run;
        Program program = stage.Program;
        folds = FoldTable.Of(program);
        readSizes = new int[stage.Reads.Length];
        ulong scalars = 0;
        for (int i = 0; i < readSizes.Length; i++)
        {
            readSizes[i] = areNumbers[stage.Reads[i]] ? 0 : program.Inputs[i].Size;
            scalars |= areNumbers[stage.Reads[i]] ? 1UL << i : 0;
        }
        writeSizes = [.. folds.Select((fold, i) => fold is null ? stage.TypeOf(i).Size : 0)];
        ProgramRows functions = LoopFunctions.Of(program);
        IsInPlace = folds is [not null] && program.Instructions is [{ Op: ScalarOp.Input }] && scalars == 0;
        numbers = RowPlaces.NumberBytes / program.Instructions.Max(step => step.DType.ComputeType.Size);
        if (!IsInPlace)
            function = (isStreaming ? functions.Streaming(scalars) : null) ?? functions.Get(scalars, rows * (stage.IsOnNumbers ? numbers : length), rows);
        Grain = functions.Grain;
    }

    /// <summary>True if it makes one pass over the row.</summary>
    public bool IsPass => !stage.IsOnNumbers;

    /// <summary>Elements that are worth a thread.</summary>
    public long Grain { get; }

    /// <summary>Scratch memory for <see cref="Run"/>: the addresses of operands; for each output accumulators of a row, and a total.</summary>
    public int ScratchBytes => TableBytes + folds.Length * FoldBytes;

    private static int FoldBytes => FoldLoops.RowBytes + 64;

    private int TableBytes => ((readSizes.Length + writeSizes.Length) * sizeof(byte*) + 63) & -64;

    // Folds the row where it lies.
    private bool IsInPlace { get; }

    /// <summary>Runs on one row of <paramref name="length"/> elements; <paramref name="values"/> has the addresses of all values.</summary>
    public void Run(byte** values, long length, byte* scratch)
    {
        if (!stage.Program.IsFolding)
        {
            // A number is repeated to fill a vector, where one alone would be copied to padded memory and back.
            RunPart(values, 0, IsPass ? length : numbers, scratch);
            return;
        }
        byte* memory = scratch + TableBytes;
        for (int i = 0; i < folds.Length; i++)
            folds[i]?.Start(memory + i * FoldBytes + FoldLoops.RowBytes, 1);
        for (long start = 0; start < length; start += run)
            for (long first = start; first < start + run; first += FoldGrouping.BlockElements)
                Fold(values, first, Math.Min(FoldGrouping.BlockElements, start + run - first), scratch);
        for (int i = 0; i < folds.Length; i++)
            folds[i]?.Finish(memory + i * FoldBytes + FoldLoops.RowBytes, values[stage.Writes[i]], 0, 1);
    }

    private void Fold(byte** values, long first, long count, byte* scratch)
    {
        byte* memory = scratch + TableBytes;
        if (IsInPlace)
        {
            folds[0]!.AddRow(memory + FoldLoops.RowBytes, values[stage.Reads[0]] + first * readSizes[0], count);
            return;
        }
        for (int i = 0; i < folds.Length; i++)
            folds[i]?.StartRow(memory + i * FoldBytes);
        RunPart(values, first, count, scratch);
        for (int i = 0; i < folds.Length; i++)
            folds[i]?.EndRow(memory + i * FoldBytes + FoldLoops.RowBytes, memory + i * FoldBytes, count);
    }

    private void RunPart(byte** values, long first, long count, byte* scratch)
    {
        byte** operands = (byte**)scratch;
        byte** results = operands + readSizes.Length;
        for (int i = 0; i < readSizes.Length; i++)
            operands[i] = values[stage.Reads[i]] + first * readSizes[i];
        for (int i = 0; i < writeSizes.Length; i++)
            results[i] = folds[i] is null ? values[stage.Writes[i]] + first * writeSizes[i] : scratch + TableBytes + i * FoldBytes;
        function!(operands, results, count);
    }
}
