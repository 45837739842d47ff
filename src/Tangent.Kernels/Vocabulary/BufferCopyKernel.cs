namespace Tangent.Kernels;

/// <summary>The elements of the input in memory of their own.</summary>
internal sealed record BufferCopyKernel : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => CopyExecutor.Run(inputs[0], outputs[0]);
}
