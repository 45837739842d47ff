namespace Tangent.Kernels;

/// <summary>The products that an attention is made of.</summary>
/// <param name="Keys">With keys.</param>
/// <param name="Values">With values.</param>
/// <param name="Pairs">With keys and their tangents, one after the other; those of which there are.</param>
/// <param name="ValueTangents">With tangents of values.</param>
internal sealed record AttentionProducts<T>(IKeyProducts<T> Keys, IKeyProducts<T> Values, IKeyProducts<T>? Pairs, IKeyProducts<T>? ValueTangents)
    where T : unmanaged;
