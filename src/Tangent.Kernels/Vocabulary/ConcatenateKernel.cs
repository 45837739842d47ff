namespace Tangent.Kernels;

/// <summary>The inputs one after the other along an axis; their other axes are alike.</summary>
internal sealed record ConcatenateKernel(int Axis) : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs)
    {
        Layout whole = outputs[0].Layout;
        long offset = whole.Offset;
        foreach (BufferView input in inputs)
        {
            CopyExecutor.Run(input, outputs[0].With(new Layout(input.Layout.Shape, whole.Strides, offset)));
            offset += input.Layout.Shape[Axis] * whole.Strides[Axis];
        }
    }
}
