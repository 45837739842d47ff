namespace Tangent.Kernels;

/// <summary>Reduces the values of a program along axes.</summary>
internal static class FoldExecutor
{
    /// <summary>
    /// Evaluates the one output of <paramref name="prologue"/> over the inputs, whose layouts are broadcast to the full
    /// shape already, and reduces it along <paramref name="axes"/>. The output is dense, of the prologue's type, and has
    /// the axes that remain.
    /// </summary>
    public static void Run(FoldOp op, Program prologue, BufferView[] inputs, int[] axes, BufferView output)
    {
        if (output.Layout.Count == 0)
            return;
        int[] shape = inputs.Length > 0 ? inputs[0].Layout.Shape : output.Layout.Shape;
        if (output.DType.IsHalf)
            RunHalf(op, prologue, inputs, axes, output);
        else if (Layout.CountOf(shape) == 0)
            FillWithIdentity(op, output);
        else
            RunFull(op, prologue, inputs, new FoldSpace(shape, axes, inputs, output.DType.Size), output);
        GC.KeepAlive(inputs);
        GC.KeepAlive(output);
    }

    private static void RunFull(FoldOp op, Program prologue, BufferView[] inputs, FoldSpace space, BufferView output)
    {
        FoldLoops loops = FoldTable.Find(op, output.DType);
        if (space.Grouping.AreRows)
            RowFold.Of(loops, prologue, inputs, space, output).Run();
        else
            new ColumnFold(loops, prologue, inputs, space, output).Run();
    }

    // 16-bit floating types reduce in float32 and are rounded once.
    private static void RunHalf(FoldOp op, Program prologue, BufferView[] inputs, int[] axes, BufferView output)
    {
        BufferView wide = BufferView.Allocate(DType.Float32, output.Layout.Shape);
        Run(op, Casts.AfterOutput(prologue, DType.Float32), inputs, axes, wide);
        MapExecutor.Run(Casts.Of(DType.Float32, output.DType), [wide], [output]);
        wide.Buffer.Release();
    }

    private static unsafe void FillWithIdentity(FoldOp op, BufferView output)
    {
        FoldLoops loops = FoldTable.Find(op, output.DType);
        byte* total = stackalloc byte[loops.TotalBytes];
        loops.Start(total, 1);
        for (long i = 0; i < output.Layout.Count; i++)
            loops.Finish(total, output.Pointer + i * output.DType.Size, 0, 1);
    }
}
