namespace Tangent.Kernels;

/// <summary>Solves A·X = B, where only a triangle of A, the first input, is read.</summary>
internal sealed record TriangularSolveKernel(bool Upper, bool Unit) : LinearAlgebraKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Upper), Upper), new(nameof(Unit), Unit)];
}
