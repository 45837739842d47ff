namespace Tangent;

/// <summary>A value along a curve and its derivatives there, as far as they are known; null for zero.</summary>
internal sealed class TaylorSeries(NDArray value)
{
    private readonly List<NDArray?> terms = [value];

    /// <summary>The value.</summary>
    public NDArray Value { get; } = value;

    /// <summary>The derivative of an order.</summary>
    public NDArray? this[int order] => terms[order];

    /// <summary>Adds the next order.</summary>
    public void Add(NDArray? term) => terms.Add(term);
}
