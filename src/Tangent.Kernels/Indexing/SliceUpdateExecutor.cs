namespace Tangent.Kernels;

/// <summary>Writes to a strided part of an array.</summary>
internal static class SliceUpdateExecutor
{
    /// <summary>Copies x to the output, unless it lies there, and puts the update in its place.</summary>
    public static void Run(SliceUpdateKernel kernel, BufferView x, BufferView update, BufferView output)
    {
        CopyExecutor.Run(x, output);
        BufferView part = output.With(ViewLayout.Sliced(output.Layout, kernel.Part));
        if (kernel.Mode == ScatterMode.Set)
            CopyExecutor.Run(update, part);
        else
            PartUpdate.Apply(kernel.Mode, update, part);
    }
}
