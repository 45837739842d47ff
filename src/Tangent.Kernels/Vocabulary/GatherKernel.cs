namespace Tangent.Kernels;

/// <summary>Slices of the first input from places that the others give; see <see cref="GatherExecutor"/>.</summary>
internal sealed record GatherKernel(int[] Axes, int[] SliceSizes, bool Clamp) : BufferKernel;
