namespace Tangent.Kernels;

/// <summary>Exponentials of square matrices.</summary>
internal sealed record ExpmKernel : LinearAlgebraKernel;
