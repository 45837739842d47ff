namespace Tangent.Kernels;

/// <summary>A⁻¹; NaN of singular matrices.</summary>
internal sealed record InverseKernel : LinearAlgebraKernel;
