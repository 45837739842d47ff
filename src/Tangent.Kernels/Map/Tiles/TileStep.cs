namespace Tangent.Kernels;

/// <summary>One kernel of a <see cref="TilePlan"/> and the numbers of its values; -1 where an argument is absent.</summary>
internal sealed record TileStep(TileKernel Kernel, int Destination, int X, int Y, int Z);
