namespace Tangent.Kernels;

/// <summary>
/// softmax(Scale·q·kᵀ + mask)·v of queries [batch, heads, repeats, queries, depth], keys [batch, heads, keys, depth] and values [batch, heads, keys, width], where the mask
/// broadcasts to [batch, heads, repeats, queries, keys] and sinks to [batch, heads, repeats, queries]; and the logarithm of each row's sum. With tangents among the inputs also Σ P·(ds·v + dv) and Σ P·ds, for
/// the softmax P and the tangents ds of the scores.
/// </summary>
/// <param name="Scale">What scores are multiplied by.</param>
/// <param name="IsCausal">True if a query sees no keys behind its own place, counted from the ends.</param>
/// <param name="Inputs">The inputs behind queries, keys and values.</param>
internal sealed record AttentionKernel(double Scale, bool IsCausal, AttentionInputs Inputs) : BufferKernel
{
    /// <inheritdoc/>
    public override Parameter[] Parameters => [new(nameof(Scale), Scale), new(nameof(IsCausal), IsCausal), new(nameof(Inputs), Inputs)];
}
