namespace Tangent.Kernels;

/// <summary>Layouts of the same memory under another shape.</summary>
internal static class Reshaping
{
    /// <summary>The same elements in row-major order under another shape; null if no strides express that.</summary>
    public static Layout? Reshape(this Layout x, int[] shape)
    {
        if (x.IsRowMajor || x.Count == 0)
            return new Layout(shape, Layout.RowMajorStrides(shape), x.Offset);
        var strides = new long[shape.Length];
        int from = 0;
        int to = 0;
        while (to < shape.Length)
            if (!MatchBlock(x, shape, strides, ref from, ref to))
                return null;
        return new Layout(shape, strides, x.Offset);
    }

    /// <summary>Matches the shortest runs of old and new axes of equal product; the old run must be evenly strided.</summary>
    private static bool MatchBlock(Layout x, int[] shape, long[] strides, ref int from, ref int to)
    {
        int firstTo = to;
        long wanted = shape[to++];
        while (from < x.Shape.Length - 1 && x.Shape[from] == 1)
            from++;
        int firstFrom = from;
        long have = from < x.Shape.Length ? x.Shape[from++] : 1;
        while (have != wanted)
        {
            if (have < wanted)
                have *= x.Shape[from++];
            else
                wanted *= shape[to++];
        }
        while (to < shape.Length && shape[to] == 1)
            to++;
        if (!IsEvenlyStrided(x, firstFrom, from, out long stride))
            return false;
        for (int axis = to - 1; axis >= firstTo; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return true;
    }

    private static bool IsEvenlyStrided(Layout x, int first, int end, out long stride)
    {
        int inner = -1;
        stride = 1;
        for (int axis = end - 1; axis >= first; axis--)
        {
            if (x.Shape[axis] == 1)
                continue;
            if (inner >= 0 && x.Strides[axis] != x.Strides[inner] * x.Shape[inner])
                return false;
            stride = inner < 0 ? x.Strides[axis] : stride;
            inner = axis;
        }
        return true;
    }
}
