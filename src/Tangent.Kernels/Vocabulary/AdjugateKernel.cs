namespace Tangent.Kernels;

/// <summary>The transposed matrices of cofactors, right for singular matrices too.</summary>
internal sealed record AdjugateKernel : LinearAlgebraKernel;
