namespace Tangent.Kernels;

/// <summary>
/// Runs a loop over whole vectors on rows of any length: the elements beyond the last whole vector are copied to padded
/// memory, where the other lanes are zero, and back. Where an output is folded, they meet accumulators of nothing, which so become they.
/// </summary>
/// <param name="whole">Takes multiples of <paramref name="lanes"/> elements.</param>
/// <param name="lanes">Lanes in a vector, a power of two.</param>
/// <param name="program">Whose operands there are.</param>
/// <param name="scalars">A bit for each input that is a single element.</param>
internal sealed unsafe class PaddedRow(LoopFunction whole, int lanes, Program program, ulong scalars)
{
    private const int VectorBytes = 64;

    // Bytes per element; 0 for an input that is a single element, and for a folded output.
    private readonly int[] inputSizes = [.. program.Inputs.Select((dtype, i) => ScalarInputs.Contains(scalars, i) ? 0 : dtype.Size)];
    private readonly int[] outputSizes = [.. program.Outputs.Select((step, i) => program.FoldOf(i) is null ? program.Instructions[step].DType.Size : 0)];

    /// <inheritdoc cref="LoopFunction"/>
    public void Run(byte** inputs, byte** outputs, long count)
    {
        long main = count & -lanes;
        if (main > 0)
            whole(inputs, outputs, main);
        if (main < count)
            RunRest(inputs, outputs, main, count - main);
    }

    private void RunRest(byte** inputs, byte** outputs, long start, long count)
    {
        int operands = inputSizes.Length + outputSizes.Length;
        byte** pointers = stackalloc byte*[operands];
        byte* memory = stackalloc byte[(operands + 1) * VectorBytes];
        byte* padded = (byte*)((nint)(memory + VectorBytes - 1) & -VectorBytes); // a loop that streams needs whole lines
        for (int i = 0; i < inputSizes.Length; i++, padded += VectorBytes)
        {
            pointers[i] = inputSizes[i] == 0 ? inputs[i] : padded;
            if (inputSizes[i] != 0)
                Elements.Copy(padded, inputs[i] + start * inputSizes[i], inputSizes[i], count);
        }
        byte** results = pointers + inputSizes.Length;
        for (int i = 0; i < outputSizes.Length; i++, padded += VectorBytes)
            results[i] = outputSizes[i] == 0 ? outputs[i] + FoldLoops.RestOffset : padded;
        whole(pointers, results, lanes);
        for (int i = 0; i < outputSizes.Length; i++)
        {
            if (outputSizes[i] != 0)
                Elements.Copy(outputs[i] + start * outputSizes[i], results[i], outputSizes[i], count);
        }
    }
}
