namespace Tangent.Kernels;

/// <summary>Eigenvalues in ascending order, and eigenvectors, of Hermitian matrices, of which one triangle is read.</summary>
internal sealed record EighKernel(bool Upper, bool Vectors) : LinearAlgebraKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Upper), Upper), new(nameof(Vectors), Vectors)];
}
