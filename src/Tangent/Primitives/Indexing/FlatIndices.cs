namespace Tangent;

/// <summary>One number for each place that indices address; equal numbers mean the same place.</summary>
internal static class FlatIndices
{
    /// <summary>The number of what is out of range.</summary>
    private const int Nowhere = -1;

    /// <summary>The place in row-major order among those that some axes of a shape span; -1 out of range.</summary>
    public static NDArray Of(NDArray[] indices, Axes axes, Shape shape)
    {
        NDArray place = Places(indices[0], shape[axes[0]]);
        for (int i = 1; i < indices.Length; i++)
        {
            NDArray next = Places(indices[i], shape[axes[i]]);
            NDArray both = place * Constant.Of(shape[axes[i]], DType.Int64) + next;
            place = Mx.Where(Mx.LogicalOr(place < 0, next < 0), Nowhere, both);
        }
        return place;
    }

    /// <summary>Places from 0 along an axis of a length, int64; -1 out of range.</summary>
    public static NDArray Places(NDArray index, int length)
    {
        NDArray place = FromFront(index, length);
        return Mx.Where(Mx.LogicalAnd(place >= 0, place < Constant.Of(length, DType.Int64)), place, Nowhere);
    }

    /// <summary>Places from 0 along an axis of a length, int64; out of range the nearest within.</summary>
    public static NDArray Nearest(NDArray index, int length) => Mx.Clip(FromFront(index, length), 0, length - 1);

    private static NDArray FromFront(NDArray index, int length)
    {
        // Beyond int64 an index would change its sign.
        if (index.DType == DType.UInt64)
            index = Mx.Minimum(index, Constant.Of(length, DType.UInt64));
        NDArray place = Mx.AsType(index, DType.Int64);
        return Mx.Where(place < 0, place + Constant.Of(length, DType.Int64), place);
    }
}
