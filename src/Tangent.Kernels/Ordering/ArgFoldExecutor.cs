namespace Tangent.Kernels;

/// <summary>Finds where the largest or smallest element lies.</summary>
internal static unsafe class ArgFoldExecutor
{
    /// <summary>
    /// Writes the first place of the extreme of each row along <paramref name="axis"/>. NaN is better than any
    /// number. Complex numbers are ordered by the real part first.
    /// </summary>
    /// <param name="maximum">True for the largest, false for the smallest.</param>
    /// <param name="x">Any strides; the axis must have an element unless the output has none.</param>
    /// <param name="axis">From 0, or -1 for the place among all elements in row-major order.</param>
    /// <param name="output">uint32, dense and row-major, of the shape of x without the axis (or with length 1 there).</param>
    public static void Run(bool maximum, BufferView x, int axis, BufferView output)
    {
        const string name = "ArgFold";
        Require.SameDType(name, "output", DType.UInt32, output.DType);
        Require.RowMajor(name, "output", output.Layout);
        if (axis < 0)
            RunFlat(name, maximum, x, output);
        else
            RunAxis(name, maximum, x, axis, output);
        GC.KeepAlive(x);
        GC.KeepAlive(output);
    }

    private static void RunFlat(string name, bool maximum, BufferView x, BufferView output)
    {
        if (x.Layout.Count is 0 or > uint.MaxValue)
            throw new ArgumentException($"{name}: an array of {x.Layout.Count} elements has no extreme that uint32 can place.");
        BufferView dense = DenseCopy.Of(x);
        Run(new ArgFold(maximum, dense.Pointer, 1, x.Layout.Count, PairedAxes.Of([], [], []), (uint*)output.Pointer), x.DType);
        DenseCopy.Release(dense, x);
    }

    private static void RunAxis(string name, bool maximum, BufferView x, int axis, BufferView output)
    {
        int[] shape = x.Layout.Shape;
        Require.Axis(name, axis, shape.Length);
        int[] rest = [.. shape.AsSpan(0, axis), .. shape.AsSpan(axis + 1)];
        if (output.Layout.Count != Layout.CountOf(rest))
            Require.SameShape(name, "output", rest, output.Layout.Shape);
        if (output.Layout.Count == 0)
            return;
        if (shape[axis] == 0)
            throw new ArgumentException($"{name}: axis {axis} has length 0.");
        long[] strides = [.. x.Layout.Strides.AsSpan(0, axis), .. x.Layout.Strides.AsSpan(axis + 1)];
        var rows = PairedAxes.Of(rest, strides, Layout.RowMajorStrides(rest));
        Run(new ArgFold(maximum, x.Pointer, x.Layout.Strides[axis], shape[axis], rows, (uint*)output.Pointer), x.DType);
    }

    /// <summary>Bool is ordered as its byte, which vectors can compare.</summary>
    private static void Run(ArgFold fold, DType dtype) =>
        ElementTypes.Dispatch(dtype == DType.Bool ? DType.UInt8 : dtype, fold);
}
