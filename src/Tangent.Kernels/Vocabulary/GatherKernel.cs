namespace Tangent.Kernels;

/// <summary>Slices of the first input from places that the others give; see <see cref="GatherExecutor"/>.</summary>
internal sealed record GatherKernel(int[] Axes, int[] SliceSizes, bool Clamp) : BufferKernel
{
    /// <inheritdoc/>
    public override void Run(BufferView[] inputs, BufferView[] outputs) =>
        GatherExecutor.Run(inputs[0], inputs[1..], Axes, SliceSizes, outputs[0], Clamp);
}
