namespace Tangent.Kernels;

/// <summary>[..., m, k] times [..., k, n]; the leading axes are equal.</summary>
internal sealed record MatMulKernel : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => MatMulExecutor.Run(inputs[0], inputs[1], outputs[0]);
}
