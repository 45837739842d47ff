namespace Tangent.Kernels;

/// <summary>
/// The cotangents of queries, keys and values of an <see cref="AttentionKernel"/>, from queries, keys, values, the logarithms of sums, the cotangent ct of the result, what is
/// subtracted from ct·vᵀ in each row, and the mask if there is one.
/// </summary>
/// <param name="Scale">What scores are multiplied by.</param>
/// <param name="IsCausal">True if a query sees no keys behind its own place, counted from the ends.</param>
/// <param name="HasMask">True if there is a mask.</param>
internal sealed record AttentionCotangentKernel(double Scale, bool IsCausal, bool HasMask) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Scale), Scale), new(nameof(IsCausal), IsCausal), new(nameof(HasMask), HasMask)];
}
