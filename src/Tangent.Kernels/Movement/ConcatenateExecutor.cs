namespace Tangent.Kernels;

/// <summary>Puts arrays one after the other.</summary>
internal static class ConcatenateExecutor
{
    /// <summary>The output is as long along <paramref name="axis"/> as all inputs together.</summary>
    public static void Run(BufferView[] inputs, int axis, BufferView output)
    {
        Layout whole = output.Layout;
        long offset = whole.Offset;
        foreach (BufferView input in inputs)
        {
            CopyExecutor.Run(input, output.With(new Layout(input.Layout.Shape, whole.Strides, offset)));
            offset += input.Layout.Shape[axis] * whole.Strides[axis];
        }
    }
}
