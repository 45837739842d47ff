namespace Tangent.Kernels;

/// <summary>The bytes of the input, in row-major order, as elements of the output's type.</summary>
internal sealed record ReinterpretKernel : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs)
    {
        BufferView source = inputs[0];
        var bytes = new BufferView(outputs[0].Buffer, source.DType, Layout.RowMajor(source.Layout.Shape));
        CopyExecutor.Run(source, bytes);
    }
}
