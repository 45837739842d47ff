namespace Tangent.Kernels;

/// <summary>
/// Solves A·X = B, or Aᵀ·X = B, by the factors of A. Inputs are A, which is not read, L and U in one matrix, the places that the rows of L·U come
/// from, and B. NaN where A is singular.
/// </summary>
internal sealed record LuSolveKernel(bool Transposed) : LinearAlgebraKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Transposed), Transposed)];
}
