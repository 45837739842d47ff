namespace Tangent.Kernels;

/// <summary>Products of matrices that two arrays of indices choose; see <see cref="GatherProductExecutor"/>.</summary>
internal sealed record GatherProductKernel : BufferKernel;
