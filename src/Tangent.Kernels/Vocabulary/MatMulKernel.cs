namespace Tangent.Kernels;

/// <summary>[..., m, k] times [..., k, n]; the leading axes are equal.</summary>
internal sealed record MatMulKernel : BufferKernel;
