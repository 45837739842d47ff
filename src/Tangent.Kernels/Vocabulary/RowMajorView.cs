namespace Tangent.Kernels;

/// <summary>The same array, its elements one after the other in row-major order; copied only where they are not.</summary>
internal sealed record RowMajorView : ViewKernel;
