namespace Tangent.Kernels;

/// <summary>L and U of P·L·U in one matrix, the rows exchanged at each step, and the places that the rows of L·U come from.</summary>
internal sealed record LuKernel : LinearAlgebraKernel;
