namespace Tangent.Kernels;

/// <summary>The elements at <c>Start + i·Step</c> of every axis; steps may be negative.</summary>
internal sealed record SliceView(int[] Start, int[] Step, int[] Shape) : ViewKernel;
