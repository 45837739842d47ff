namespace Tangent.Kernels;

/// <summary>The lowest bits of uint8, so many of each, one after the other in uint32 words.</summary>
internal sealed record PackCodesKernel(int Bits) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Bits), Bits)];
}
