namespace Tangent;

/// <summary>Stacks of matrices that lists of indices choose from.</summary>
internal static class IndexedMatrices
{
    /// <summary>How many matrices there are in [..., m, k].</summary>
    public static int Count(NDArray x) => checked((int)Lead(x).Size);

    /// <summary>The number of each, in the shape of the leading axes.</summary>
    public static NDArray Numbers(NDArray x) => Mx.Reshape(Iota.Of(Count(x), DType.Int32), Lead(x));

    /// <summary>[..., m, k] as [count, m, k].</summary>
    public static NDArray Stack(NDArray x) => Mx.Reshape(x, new Shape([Count(x), .. x.Shape.Lengths[^2..]]));

    /// <summary>The matrices of all examples in one stack, and the indices of all examples in one list.</summary>
    public static (NDArray Matrices, NDArray Indices) OfBatch(NDArray x, int? axis, NDArray indices, int? axisOfIndices, int length) => axis is null
        ? (x, IndicesOfBatch(indices, axisOfIndices, length, null))
        : (Batching.Merge(Batching.Move(new(x, axis), 0), 0), IndicesOfBatch(indices, axisOfIndices, length, x.Shape.Without([axis.Value])[0]));

    /// <summary>The indices of all examples in one list; those of each example go on behind so many places of the one before, unless that is null.</summary>
    public static NDArray IndicesOfBatch(NDArray indices, int? axis, int length, int? places)
    {
        NDArray all = Batching.Spread(indices, axis, 0, length);
        if (places is { } count)
            all = FlatIndices.Nearest(all, count) + Mx.ExpandDims(Iota.Of(length, DType.Int64) * Constant.Of(count, DType.Int64), 1);
        return Batching.Merge(all, 0);
    }

    private static Shape Lead(NDArray x) => new(x.Shape.Lengths[..^2]);
}
