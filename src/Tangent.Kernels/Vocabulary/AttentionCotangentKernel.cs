namespace Tangent.Kernels;

/// <summary>
/// The cotangents of queries, keys and values of an <see cref="AttentionKernel"/>, from queries, keys, values, the logarithms of sums, the cotangent ct of the result, what is
/// subtracted from ct·vᵀ in each row, and the mask if there is one. With tangents among the inputs, of which the last two are those of the logarithms and of what is subtracted, also the tangents of the three.
/// </summary>
/// <param name="Scale">What scores are multiplied by.</param>
/// <param name="IsCausal">True if a query sees no keys behind its own place, counted from the ends.</param>
/// <param name="Inputs">The inputs that there are besides.</param>
internal sealed record AttentionCotangentKernel(double Scale, bool IsCausal, AttentionInputs Inputs) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Scale), Scale), new(nameof(IsCausal), IsCausal), new(nameof(Inputs), Inputs)];
}
