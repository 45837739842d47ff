namespace Tangent.Kernels;

/// <summary>Runs the stages of a <see cref="RowWiseKernel"/> on every row.</summary>
internal static class RowWiseExecutor
{
    /// <summary>
    /// Inputs have any strides. The first output has a row for each row or, as the last stage says, a number; the others are
    /// the sums over all rows. They are dense.
    /// </summary>
    public static void Run(RowWiseKernel kernel, BufferView[] inputs, BufferView[] outputs)
    {
        BufferView output = outputs[0];
        int[] shape = inputs[Array.IndexOf(kernel.Inputs, RowInput.Row)].Layout.Shape;
        int lead = shape.Length - kernel.RowAxes;
        int rows = checked((int)Layout.CountOf(shape.AsSpan(0, lead)));
        int length = checked((int)Layout.CountOf(shape.AsSpan(lead)));
        Require.RowMajor("RowWise", "output", output.Layout);
        if (output.Layout.Count == 0)
            return;
        RowOperand[] operands = [.. inputs.Zip(kernel.Inputs, (input, kind) => RowOperand.Of(input, kind, rows, length))];
        long run = FoldGrouping.RowLength(shape, lead);
        new RowRun(kernel, operands, outputs, rows, length, run, Streaming.IsWorthwhile(inputs, [output], length)).Run();
        foreach (RowOperand operand in operands)
            operand.Release();
        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
    }
}
