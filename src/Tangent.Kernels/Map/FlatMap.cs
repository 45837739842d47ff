namespace Tangent.Kernels;

/// <summary>A map whose operands are all dense or single elements: one long row.</summary>
internal static unsafe class FlatMap
{
    private const int MostOnStack = 64;

    /// <summary>Computes <paramref name="count"/> elements.</summary>
    public static void Run(Program program, ulong scalars, BufferView[] inputs, BufferView[] outputs, long count)
    {
        ProgramRows rows = LoopFunctions.Of(program);
        LoopFunction? streaming = Streaming.IsWorthwhile(inputs, outputs, count) ? rows.Streaming(scalars) : null;
        LoopFunction row = streaming ?? rows.Get(scalars, count);
        if (count > rows.Grain && Workers.Count > 1)
            RunParts(row, scalars, inputs, outputs, count, rows.Grain, streaming is not null);
        else
            RunPart(row, scalars, inputs, outputs, 0, count, streaming is not null);
    }

    // Apart, because what a delegate captures is made where the method begins.
    private static void RunParts(LoopFunction row, ulong scalars, BufferView[] inputs, BufferView[] outputs, long count, long grain, bool isStreaming) =>
        Workers.For(count, grain, (start, end) => RunPart(row, scalars, inputs, outputs, start, end - start, isStreaming));

    private static void RunPart(LoopFunction row, ulong scalars, BufferView[] inputs, BufferView[] outputs, long start, long count, bool isStreaming)
    {
        int operands = inputs.Length + outputs.Length;
        byte** pointers = stackalloc byte*[Math.Min(operands, MostOnStack)];
        fixed (byte** heap = operands > MostOnStack ? new byte*[operands] : null)
        {
            if (heap != null)
                pointers = heap;
            FillTable(pointers, scalars, inputs, outputs, start);
            row(pointers, pointers + inputs.Length, count);
            if (isStreaming)
                Streaming.Finish();
        }
    }

    // Apart, because the compiler optimises a method with a loop and memory on the stack at once, which takes long.
    private static void FillTable(byte** pointers, ulong scalars, BufferView[] inputs, BufferView[] outputs, long start)
    {
        for (int i = 0; i < inputs.Length; i++)
            pointers[i] = inputs[i].Pointer + (ScalarInputs.Contains(scalars, i) ? 0 : start * inputs[i].DType.Size);
        for (int i = 0; i < outputs.Length; i++)
            pointers[inputs.Length + i] = outputs[i].Pointer + start * outputs[i].DType.Size;
    }
}
