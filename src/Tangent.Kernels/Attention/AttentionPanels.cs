namespace Tangent.Kernels;

/// <summary>The packed keys and values of an attention, and those that its tangent needs besides.</summary>
/// <param name="Keys">Keys across the lanes.</param>
/// <param name="Values">Values along the depth.</param>
/// <param name="Pairs">Keys and their tangents across the lanes, one after the other; those of which there are.</param>
/// <param name="ValueTangents">Tangents of values along the depth.</param>
internal sealed record AttentionPanels<T, TKernel, TStorage>(
    KeyPanels<T, TKernel, TStorage> Keys, KeyPanels<T, TKernel, TStorage> Values, KeyPanels<T, TKernel, TStorage>? Pairs, KeyPanels<T, TKernel, TStorage>? ValueTangents)
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>;
