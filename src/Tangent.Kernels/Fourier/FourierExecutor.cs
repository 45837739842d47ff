namespace Tangent.Kernels;

/// <summary>Discrete Fourier transforms along one axis.</summary>
internal static unsafe class FourierExecutor
{
    /// <summary>
    /// Transforms every line along an axis: complex64 to complex64, float32 to half a spectrum of complex64, or back. The error is of the
    /// order of ε·log₂(length) of the largest result.
    /// </summary>
    /// <param name="kernel">What to compute, along which axis, of lines of which length.</param>
    /// <param name="x">Any strides.</param>
    /// <param name="y">Dense and row-major, in memory of its own; of x's shape but for the length of the axis.</param>
    public static void Run(FourierKernel kernel, BufferView x, BufferView y) => Run(kernel, x, y, Lanes.WidestBits);

    /// <summary>The same with vectors of a given width, whether the hardware has them or not.</summary>
    public static void Run(FourierKernel kernel, BufferView x, BufferView y, int vectorBits)
    {
        Check(kernel, x, y);
        if (y.Layout.Count == 0)
            return;
        int axis = kernel.Axis;
        var lines = new FourierLines(kernel, Layout.CountOf(y.Layout.Shape.AsSpan(0, axis)), Layout.CountOf(y.Layout.Shape.AsSpan(axis + 1)));
        int lanes = vectorBits / 32;
        if (lines.RunOnLanes(lanes) || lines.AreRows)
            RunDense(lines, x, y, lanes);
        else
            RunAcross(kernel, x, y, lanes);
        GC.KeepAlive(y);
    }

    private static void Check(FourierKernel kernel, BufferView x, BufferView y)
    {
        const string name = "Fourier";
        Require.Axis(name, kernel.Axis, x.Layout.Shape.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(kernel.Length, 1, $"{name}: {nameof(kernel.Length)}");
        Require.SameDType(name, "input", kernel.Direction == FourierDirection.FromReal ? DType.Float32 : DType.Complex64, x.DType);
        Require.SameDType(name, "output", kernel.Direction == FourierDirection.ToReal ? DType.Float32 : DType.Complex64, y.DType);
        int half = kernel.Length / 2 + 1, axis = kernel.Axis;
        int[] from = x.Layout.Shape, to = y.Layout.Shape;
        if (from.Length != to.Length || !from.AsSpan(0, axis).SequenceEqual(to.AsSpan(0, axis)) || !from.AsSpan(axis + 1).SequenceEqual(to.AsSpan(axis + 1))
            || from[axis] != (kernel.Direction == FourierDirection.ToReal ? half : kernel.Length)
            || to[axis] != (kernel.Direction == FourierDirection.FromReal ? half : kernel.Length))
            throw new ArgumentException($"{name}: {kernel} of shape [{string.Join(',', from)}] does not give shape [{string.Join(',', to)}].");
        Require.RowMajor(name, "output", y.Layout);
    }

    private static void RunDense(FourierLines lines, BufferView x, BufferView y, int lanes)
    {
        BufferView dense = DenseCopy.Of(x);
        float* from = (float*)dense.Pointer, to = (float*)y.Pointer;
        if (lanes == 16)
            lines.Run<Lanes512<float>>(from, to);
        else if (lanes == 8)
            lines.Run<Lanes256<float>>(from, to);
        else
            lines.Run<Lanes128<float>>(from, to);
        DenseCopy.Release(dense, x);
        GC.KeepAlive(x);
    }

    // Long lines across the rows of memory become rows, and go back where they belong.
    private static void RunAcross(FourierKernel kernel, BufferView x, BufferView y, int lanes)
    {
        BufferView rows = AxisRows.Copy(x, kernel.Axis);
        int[] shape = AxisRows.MoveToEnd(y, kernel.Axis).Layout.Shape;
        var results = BufferView.Allocate(y.DType, shape);
        RunDense(new FourierLines(kernel, Layout.CountOf(shape.AsSpan(0, shape.Length - 1)), 1), rows, results, lanes);
        long[] strides = results.Layout.Strides;
        CopyExecutor.Run(results.With(new Layout(y.Layout.Shape, [.. strides[..kernel.Axis], 1, .. strides[kernel.Axis..^1]], 0)), y);
        rows.Buffer.Release();
        results.Buffer.Release();
    }
}
