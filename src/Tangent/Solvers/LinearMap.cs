namespace Tangent;

/// <summary>A linear function of vectors [..., n], of which each along the leading axes has its own.</summary>
/// <param name="Apply">The function.</param>
/// <param name="Precondition">An approximate inverse; none if null.</param>
internal sealed record LinearMap(Func<NDArray, NDArray> Apply, Func<NDArray, NDArray>? Precondition = null)
{
    /// <summary>The approximate inverse, or the vector itself.</summary>
    public NDArray Near(NDArray v) => Precondition is null ? v : Precondition(v);

    /// <summary>The matrices [..., n, n], from the function of all unit vectors at once.</summary>
    public NDArray Matrix(ArraySpec b)
    {
        int n = b.Shape[^1];
        NDArray units = Mx.Reshape(Mx.Eye(n, dtype: b.DType), new Shape([n, .. Enumerable.Repeat(1, b.Shape.Rank - 1), n]));
        Batched columns = Batching.Through(v => [Apply(v[0])], [Mx.BroadcastTo(units, b.Shape.Insert(0, n))], [0], "LinearSolve")[0];
        return Batching.Spread(columns.Array, columns.Axis, b.Shape.Rank, n);
    }
}
