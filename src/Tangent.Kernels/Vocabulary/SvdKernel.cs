namespace Tangent.Kernels;

/// <summary>U, S and Vᴴ of U·S·Vᴴ, or S alone; full U and Vᴴ are square. NaN where it does not converge.</summary>
internal sealed record SvdKernel(bool Vectors, bool Full) : LinearAlgebraKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Vectors), Vectors), new(nameof(Full), Full)];
}
