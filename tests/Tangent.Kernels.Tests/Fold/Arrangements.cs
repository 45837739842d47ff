namespace Tangent.Kernels.Tests.Fold;

/// <summary>Views of equal elements that lie in different orders.</summary>
internal static class Arrangements
{
    /// <summary>Row-major, in every other order of two or three axes, within a larger array, backwards, and every second element.</summary>
    public static IEnumerable<BufferView> Of(BufferView dense)
    {
        int rank = dense.Layout.Shape.Length;
        yield return dense;
        int[] order = [.. Enumerable.Range(0, rank)];
        for (int shift = 1; shift < rank; shift++)
            yield return Ordered(dense, [.. order[shift..], .. order[..shift]]);
        if (rank > 1)
            yield return Ordered(dense, [.. order.Reverse()]);
        for (int axis = 0; axis < rank; axis++)
            yield return Within(dense, axis, 1, dense.Layout.Shape[axis] + 3);
        yield return Within(dense, rank - 1, 2, 2 * dense.Layout.Shape[rank - 1]);
        yield return Backwards(dense);
    }

    /// <summary>The elements with the axes in another order in memory.</summary>
    private static BufferView Ordered(BufferView dense, int[] order)
    {
        int[] shape = [.. order.Select(axis => dense.Layout.Shape[axis])];
        int[] inverse = [.. order.Select((_, axis) => Array.IndexOf(order, axis))];
        return Filled(BufferView.Allocate(dense.DType, shape).Transpose(inverse), dense);
    }

    // Every step-th slice of an array that is longer along one axis.
    private static BufferView Within(BufferView dense, int axis, int step, int length)
    {
        int[] shape = [.. dense.Layout.Shape];
        shape[axis] = length;
        return Filled(BufferView.Allocate(dense.DType, shape).Slice(axis, 0, dense.Layout.Shape[axis], step), dense);
    }

    private static BufferView Backwards(BufferView dense)
    {
        BufferView view = BufferView.Allocate(dense.DType, dense.Layout.Shape);
        for (int axis = 0; axis < dense.Layout.Shape.Length; axis++)
            view = view.Slice(axis, dense.Layout.Shape[axis] - 1, dense.Layout.Shape[axis], -1);
        return Filled(view, dense);
    }

    private static unsafe BufferView Filled(BufferView view, BufferView dense)
    {
        int size = dense.DType.Size, rank = dense.Layout.Shape.Length;
        for (long place = 0; place < dense.Layout.Count; place++)
        {
            long rest = place, offset = 0;
            for (int axis = rank - 1; axis >= 0; axis--)
            {
                (rest, long index) = Math.DivRem(rest, dense.Layout.Shape[axis]);
                offset += index * view.Layout.Strides[axis];
            }
            Elements.Copy(view.Pointer + offset * size, dense.Pointer + place * size, size, 1);
        }
        GC.KeepAlive(dense);
        return view;
    }
}
