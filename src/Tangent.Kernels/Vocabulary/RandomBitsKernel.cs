namespace Tangent.Kernels;

/// <summary>Random bits from keys, in elements of <paramref name="Width"/> bytes.</summary>
internal sealed record RandomBitsKernel(int Width) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Width), Width)];
}
