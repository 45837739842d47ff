namespace Tangent.Kernels;

/// <summary>What a view is in memory: a layout.</summary>
internal static class ViewLayout
{
    /// <summary>The layout of a view in the memory of its input; null where no strides express it, and the elements must be copied to row-major order first.</summary>
    public static Layout? Of(ViewKernel view, Layout x) => view switch
    {
        ReshapeView { Shape: var shape } => x.Reshape(shape),
        BroadcastView { Shape: var shape } => x.Broadcast(shape),
        PermuteView { Order: var order } => Permuted(x, order),
        SliceView slice => Sliced(x, slice),
        AsStridedView strided => Strided(x, strided),
        RowMajorView => x.IsRowMajor ? x : null,
        _ => throw new ArgumentException($"ViewLayout: unknown view {view}.", nameof(view)),
    };

    /// <summary>The part of an array that a slice shows.</summary>
    public static Layout Sliced(Layout x, SliceView slice)
    {
        int rank = slice.Shape.Length - slice.Dropped.Length, kept = 0;
        int[] shape = slice.Dropped.Length == 0 ? slice.Shape : new int[rank];
        var strides = new long[rank];
        long offset = x.Offset;
        for (int axis = 0, dropped = 0; axis < slice.Shape.Length; axis++)
        {
            if (slice.Shape[axis] > 0)
                offset += x.Strides[axis] * slice.Start[axis];
            if (dropped < slice.Dropped.Length && slice.Dropped[dropped] == axis)
            {
                dropped++;
                continue;
            }
            shape[kept] = slice.Shape[axis];
            strides[kept++] = x.Strides[axis] * slice.Step[axis];
        }
        return new Layout(shape, strides, offset);
    }

    private static Layout Permuted(Layout x, int[] order)
    {
        var shape = new int[order.Length];
        var strides = new long[order.Length];
        for (int axis = 0; axis < order.Length; axis++)
        {
            shape[axis] = x.Shape[order[axis]];
            strides[axis] = x.Strides[order[axis]];
        }
        return new Layout(shape, strides, x.Offset);
    }

    private static Layout Strided(Layout x, AsStridedView view) =>
        new(view.Shape, [.. view.Strides.Select(stride => stride * x.Strides[0])], x.Offset + (view.Offset * x.Strides[0]));
}
