namespace Tangent.Kernels;

/// <summary>What accumulates along an axis up to each place; see <see cref="ScanExecutor"/>.</summary>
internal sealed record ScanKernel(ScanOp Op, int Axis, bool Reverse, bool Inclusive) : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) =>
        ScanExecutor.Run(Op, inputs[0], Axis, Reverse, Inclusive, outputs[0]);
}
