namespace Tangent.Kernels;

/// <summary>
/// Folds outputs of a program by a loop that stores them all, piece by piece in memory that stays in the first-level
/// cache. Where an output is folded, the row function's address is that of a row's accumulators.
/// </summary>
/// <param name="stored">Computes and stores all outputs.</param>
/// <param name="program">Says which outputs are folded.</param>
/// <param name="scalars">A bit for each input that is a single element.</param>
internal sealed unsafe class FoldingRow(LoopFunction stored, Program program, ulong scalars)
{
    // Rows are added to their accumulators in multiples of 256 elements.
    private const int PieceElements = 512;
    private const int PieceBytes = PieceElements * 8;

    // Bytes per element; 0 for an input that is a single element.
    private readonly int[] inputSizes = [.. program.Inputs.Select((dtype, i) => ScalarInputs.Contains(scalars, i) ? 0 : dtype.Size)];
    private readonly int[] outputSizes = [.. program.Outputs.Select(step => program.Instructions[step].DType.Size)];
    private readonly FoldLoops?[] loops = FoldTable.Of(program);

    /// <inheritdoc cref="LoopFunction"/>
    public void Run(byte** inputs, byte** outputs, long count)
    {
        byte** pointers = stackalloc byte*[inputSizes.Length + outputSizes.Length];
        byte* pieces = stackalloc byte[PieceBytes * loops.Count(fold => fold is not null)];
        for (long first = 0; first < count; first += PieceElements)
            RunPiece(inputs, outputs, pointers, pieces, first, Math.Min(PieceElements, count - first));
    }

    private void RunPiece(byte** inputs, byte** outputs, byte** pointers, byte* pieces, long first, long count)
    {
        byte** results = pointers + inputSizes.Length;
        for (int i = 0; i < inputSizes.Length; i++)
            pointers[i] = inputs[i] + first * inputSizes[i];
        for (int i = 0; i < loops.Length; i++)
        {
            results[i] = loops[i] is null ? outputs[i] + first * outputSizes[i] : pieces;
            pieces += loops[i] is null ? 0 : PieceBytes;
        }
        stored(pointers, results, count);
        for (int i = 0; i < loops.Length; i++)
            loops[i]?.AddToRow(outputs[i], results[i], count);
    }
}
