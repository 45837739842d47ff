namespace Tangent.Kernels;

/// <summary>The places that sort the input along an axis; see <see cref="ArgSortExecutor"/>.</summary>
internal sealed record ArgSortKernel(int Axis) : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => ArgSortExecutor.Run(inputs[0], Axis, outputs[0]);
}
