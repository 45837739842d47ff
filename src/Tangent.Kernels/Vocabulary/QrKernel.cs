namespace Tangent.Kernels;

/// <summary>Q and R of Q·R, with as many columns of Q as the smaller side or, complete, as it has rows.</summary>
internal sealed record QrKernel(bool Complete) : LinearAlgebraKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Complete), Complete)];
}
