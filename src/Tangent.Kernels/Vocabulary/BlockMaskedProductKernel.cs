namespace Tangent.Kernels;

/// <summary>A product of which square blocks are left out; see <see cref="BlockMaskedProductExecutor"/>.</summary>
/// <param name="BlockSize">The side of a block.</param>
/// <param name="Masks">Which masks follow the two operands.</param>
internal sealed record BlockMaskedProductKernel(int BlockSize, BlockMasks Masks) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(BlockSize), BlockSize), new(nameof(Masks), Masks)];
}
