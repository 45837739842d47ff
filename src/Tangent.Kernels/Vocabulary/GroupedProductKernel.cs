namespace Tangent.Kernels;

/// <summary>Sums of products of matrices that two arrays of indices choose, where a third says to which sum a product goes; see <see cref="GroupedProductExecutor"/>.</summary>
internal sealed record GroupedProductKernel : BufferKernel;
