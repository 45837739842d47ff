namespace Tangent.Kernels;

/// <summary>The codes of so many bits each that lie in uint32 words, as uint8.</summary>
internal sealed record UnpackCodesKernel(int Bits) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Bits), Bits)];
}
