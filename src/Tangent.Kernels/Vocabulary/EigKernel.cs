namespace Tangent.Kernels;

/// <summary>Eigenvalues, and eigenvectors of length 1, of any square matrices, as complex numbers.</summary>
internal sealed record EigKernel(bool Vectors) : LinearAlgebraKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Vectors), Vectors)];
}
