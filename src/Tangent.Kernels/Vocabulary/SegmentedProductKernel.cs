namespace Tangent.Kernels;

/// <summary>Products over segments of the depth; see <see cref="SegmentedProductExecutor"/>.</summary>
internal sealed record SegmentedProductKernel : BufferKernel;
