namespace Tangent.Kernels;

/// <summary>Runs the work of a <see cref="HostKernel"/> on every item of a batch.</summary>
internal static class HostExecutor
{
    /// <summary>Inputs have any strides; the work sees dense ones.</summary>
    public static void Run(HostKernel kernel, BufferView[] inputs, BufferView[] outputs)
    {
        BufferView[] dense = Array.ConvertAll(inputs, DenseCopy.Of);
        long items = Layout.CountOf(outputs[0].Layout.Shape.AsSpan(0, kernel.Batch));
        for (long item = 0; item < items; item++)
            kernel.Run(Array.ConvertAll(dense, view => Item(view, kernel.Batch, item)), Array.ConvertAll(outputs, view => Item(view, kernel.Batch, item)));
        for (int i = 0; i < inputs.Length; i++)
            DenseCopy.Release(dense[i], inputs[i]);
        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
    }

    private static BufferView Item(BufferView x, int batch, long item)
    {
        int[] shape = x.Layout.Shape[batch..];
        return x.With(new Layout(shape, Layout.RowMajorStrides(shape), x.Layout.Offset + item * Layout.CountOf(shape)));
    }
}
