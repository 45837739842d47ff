namespace Tangent.Kernels;

/// <summary>How the elements of an array lie in its buffer: shape, strides and offset, all in elements.</summary>
internal sealed class Layout
{
    [ThreadStatic] private static Layout? recent;

    /// <summary>The layout of a single element at offset 0.</summary>
    public static readonly Layout Scalar = new([], [], 0);

    /// <summary>A strided layout. The arrays are taken over and must not change.</summary>
    public Layout(int[] shape, long[] strides, long offset)
    {
        Shape = shape;
        Strides = strides;
        Offset = offset;
        Count = CountOf(shape);
        IsRowMajor = SkipsOnlyUnitAxes(shape, strides);
    }

    private Layout(int[] shape)
    {
        Shape = shape;
        Strides = RowMajorStrides(shape);
        Count = CountOf(shape);
        IsRowMajor = true;
    }

    /// <summary>Lengths of the axes.</summary>
    public int[] Shape { get; }

    /// <summary>Elements between neighbours along each axis; 0 repeats, negative runs backwards.</summary>
    public long[] Strides { get; }

    /// <summary>Index of the first element.</summary>
    public long Offset { get; }

    /// <summary>Number of elements.</summary>
    public long Count { get; }

    /// <summary>True if the elements lie one after the other in row-major order.</summary>
    public bool IsRowMajor { get; }

    /// <summary>Number of elements, those that repeat along an axis counted once.</summary>
    public long CountWithoutRepeats
    {
        get
        {
            long count = Count;
            for (int axis = 0; axis < Shape.Length; axis++)
                count /= Strides[axis] == 0 ? Math.Max(1, Shape[axis]) : 1;
            return count;
        }
    }

    /// <summary>The dense row-major layout of a shape; a thread that asks for that of one shape again and again gets one.</summary>
    public static Layout RowMajor(int[] shape)
    {
        if (shape.Length == 0)
            return Scalar;
        return recent is { } layout && layout.Shape.AsSpan().SequenceEqual(shape) ? layout : recent = new Layout(shape);
    }

    /// <summary>The number of elements of a shape; <see cref="OverflowException"/> if it exceeds 64 bits.</summary>
    public static long CountOf(ReadOnlySpan<int> shape)
    {
        long count = 1;
        foreach (int length in shape)
            if (Math.BigMul(count, length, out count) != 0 || count < 0)
                return CountBeyondRange(shape);
        return count;
    }

    /// <summary>Strides of a dense row-major array.</summary>
    public static long[] RowMajorStrides(ReadOnlySpan<int> shape)
    {
        var strides = new long[shape.Length];
        long stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= Math.Max(1, shape[axis]);
        }
        return strides;
    }

    private static long CountBeyondRange(ReadOnlySpan<int> shape) => shape.Contains(0)
        ? 0
        : throw new OverflowException($"An array of shape [{string.Join(',', shape.ToArray())}] would have more elements than 64 bits count.");

    private static bool SkipsOnlyUnitAxes(int[] shape, long[] strides)
    {
        long expected = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            if (shape[axis] == 1)
                continue;
            if (shape[axis] == 0)
                return true;
            if (strides[axis] != expected)
                return false;
            expected *= shape[axis];
        }
        return true;
    }
}
