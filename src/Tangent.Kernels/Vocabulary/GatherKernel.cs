namespace Tangent.Kernels;

/// <summary>Slices of the first input from places that the others give; see <see cref="GatherExecutor"/>.</summary>
internal sealed record GatherKernel(int[] Axes, int[] SliceSizes, bool Clamp) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Axes), Axes), new(nameof(SliceSizes), SliceSizes), new(nameof(Clamp), Clamp)];
}
