namespace Tangent.Kernels;

/// <summary>Random bits from keys, in elements of <paramref name="Width"/> bytes.</summary>
internal sealed record RandomBitsKernel(int Width) : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => RandomBitsExecutor.Run(inputs[0], Width, outputs[0]);
}
