namespace Tangent.Kernels;

/// <summary>Runs the stages of a <see cref="RowWiseKernel"/> on every row.</summary>
internal static class RowWiseExecutor
{
    /// <summary>
    /// Inputs have the shape [..., row] or, where each row has but one number, [...] or [..., 1]; one at least has rows.
    /// They have any strides. The output is dense, of the shape [..., row] or [...] as the last stage says.
    /// </summary>
    public static void Run(RowWiseKernel kernel, BufferView[] inputs, BufferView output)
    {
        int[] shape = inputs.MaxBy(input => (input.Layout.Count, input.Layout.Shape.Length))!.Layout.Shape;
        int lead = shape.Length - kernel.RowAxes;
        int rows = checked((int)Layout.CountOf(shape.AsSpan(0, lead)));
        int length = checked((int)Layout.CountOf(shape.AsSpan(lead)));
        Require.RowMajor("RowWise", "output", output.Layout);
        if (output.Layout.Count == 0)
            return;
        RowOperand[] operands = Array.ConvertAll(inputs, input => RowOperand.Of(input, rows, length));
        new RowRun(kernel, operands, output, rows, length).Run();
        foreach (RowOperand operand in operands)
            operand.Release();
        GC.KeepAlive(inputs);
        GC.KeepAlive(output);
    }
}
