namespace Tangent.Kernels;

/// <summary>The elements along an axis in ascending order, NaN last.</summary>
internal sealed record SortKernel(int Axis) : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => SortExecutor.Run(inputs[0], Axis, outputs[0]);
}
