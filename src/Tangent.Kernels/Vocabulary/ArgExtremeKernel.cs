namespace Tangent.Kernels;

/// <summary>The first place of the largest or smallest element along an axis, which vanishes.</summary>
internal sealed record ArgExtremeKernel(bool Largest, int Axis) : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) => ArgFoldExecutor.Run(Largest, inputs[0], Axis, outputs[0]);
}
