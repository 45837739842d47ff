namespace Tangent.Kernels;

/// <summary>A reduction over some axes, which vanish. A map that feeds only this fold becomes part of it.</summary>
internal sealed record FoldKernel(FoldOp Op, int[] Axes) : Kernel;
