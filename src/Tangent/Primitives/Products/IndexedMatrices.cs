namespace Tangent;

/// <summary>Stacks of matrices that lists of indices choose from.</summary>
internal static class IndexedMatrices
{
    /// <summary>[..., m, k] as [count, m, k].</summary>
    public static NDArray Stack(NDArray x) => x.Rank == 3
        ? x
        : Mx.Reshape(x, new Shape([checked((int)new Shape(x.Shape.Lengths[..^2]).Size), x.Shape[^2], x.Shape[^1]]));

    /// <summary>The matrices of all examples in one stack, and the indices of all examples in one list.</summary>
    public static (NDArray Matrices, NDArray Indices) OfBatch(NDArray x, int? axis, NDArray indices, int? axisOfIndices, int length) => axis is null
        ? (x, IndicesOfBatch(indices, axisOfIndices, length, null))
        : (Batching.Merge(Batching.Move(new(x, axis), 0), 0), IndicesOfBatch(indices, axisOfIndices, length, x.Shape.Without([axis.Value])[0]));

    /// <summary>The indices of all examples in one list; those of each example go on behind so many places of the one before, unless that is null.</summary>
    public static NDArray IndicesOfBatch(NDArray indices, int? axis, int length, int? places)
    {
        NDArray all = Batching.Spread(indices, axis, 0, length);
        if (places is { } count)
            all = Within(all, count) + Mx.ExpandDims(Iota.Of(length, DType.Int64) * Constant.Of(count, DType.Int64), 1);
        return Batching.Merge(all, 0);
    }

    // Places from 0, int64, as indices count.
    private static NDArray Within(NDArray indices, int count)
    {
        // Beyond int64 an index would change its sign.
        if (indices.DType == DType.UInt64)
            indices = Mx.Minimum(indices, Constant.Of(count, DType.UInt64));
        NDArray place = Mx.AsType(indices, DType.Int64);
        place = Mx.Where(place < 0, place + Constant.Of(count, DType.Int64), place);
        return Mx.Maximum(Mx.Minimum(place, Constant.Of(count - 1, DType.Int64)), Constant.Of(0, DType.Int64));
    }
}
