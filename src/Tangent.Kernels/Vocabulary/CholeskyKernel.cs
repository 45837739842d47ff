namespace Tangent.Kernels;

/// <summary>The factor L of L·Lᴴ, or U of Uᴴ·U, of Hermitian positive definite matrices, of which one triangle is read; NaN for any other.</summary>
internal sealed record CholeskyKernel(bool Upper) : LinearAlgebraKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Upper), Upper)];
}
