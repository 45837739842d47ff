namespace Tangent.Kernels;

/// <summary>Accumulates along one axis.</summary>
internal static unsafe class ScanExecutor
{
    /// <summary>
    /// Writes to each place what accumulates from the start of its row along <paramref name="axis"/> up to it. float16 and
    /// bfloat16 accumulate in float32; integers wrap around; bool adds by "or" and multiplies by "and".
    /// </summary>
    /// <param name="op">What accumulates.</param>
    /// <param name="x">Any strides.</param>
    /// <param name="axis">From 0.</param>
    /// <param name="reverse">True to start at the end of the row.</param>
    /// <param name="inclusive">
    /// False to leave out the place itself: the first result is then the identity (0, 1, -∞ or ∞, or an integer's limit).
    /// </param>
    /// <param name="output">Dense and row-major, of the shape and type of x, in memory of its own.</param>
    public static void Run(ScanOp op, BufferView x, int axis, bool reverse, bool inclusive, BufferView output)
    {
        const string name = "Scan";
        Require.Axis(name, axis, x.Layout.Shape.Length);
        Require.SameShape(name, "output", x.Layout.Shape, output.Layout.Shape);
        Require.SameDType(name, "output", x.DType, output.DType);
        Require.RowMajor(name, "output", output.Layout);
        if (x.Layout.Count == 0)
            return;
        if (x.DType.IsHalf)
            RunInFloat32(op, x, axis, reverse, inclusive, output);
        else
            RunDense(op, x, axis, reverse, inclusive, output);
        GC.KeepAlive(output);
    }

    private static void RunDense(ScanOp op, BufferView x, int axis, bool reverse, bool inclusive, BufferView output)
    {
        BufferView dense = DenseCopy.Of(x);
        int[] shape = x.Layout.Shape;
        var lines = new ScanLines(
            Layout.CountOf(shape.AsSpan(0, axis)), shape[axis], Layout.CountOf(shape.AsSpan(axis + 1)), reverse, inclusive);
        ElementTypes.Dispatch(x.DType, new ScanAction(op, dense, output, lines));
        DenseCopy.Release(dense, x);
        GC.KeepAlive(x);
    }

    private static void RunInFloat32(ScanOp op, BufferView x, int axis, bool reverse, bool inclusive, BufferView output)
    {
        var dense = BufferView.Allocate(x.DType, x.Layout.Shape);
        var wide = BufferView.Allocate(DType.Float32, x.Layout.Shape);
        var scanned = BufferView.Allocate(DType.Float32, x.Layout.Shape);
        CopyExecutor.Run(x, dense);
        HalfConversion.Widen(dense, wide);
        RunDense(op, wide, axis, reverse, inclusive, scanned);
        HalfConversion.Narrow(scanned, output);
        dense.Buffer.Release();
        wide.Buffer.Release();
        scanned.Buffer.Release();
    }

    private readonly struct ScanAction(ScanOp op, BufferView x, BufferView output, ScanLines lines) : IElementAction
    {
        public void Run<T, TArithmetic>() where T : unmanaged where TArithmetic : struct, IArithmetic<T>
        {
            var from = (T*)x.Pointer;
            var to = (T*)output.Pointer;
            switch (op)
            {
                case ScanOp.Sum: lines.Run<T, SumCombiner<T, TArithmetic>>(from, to); break;
                case ScanOp.Product: lines.Run<T, ProductCombiner<T, TArithmetic>>(from, to); break;
                case ScanOp.Maximum: lines.Run<T, MaximumCombiner<T, TArithmetic>>(from, to); break;
                case ScanOp.Minimum: lines.Run<T, MinimumCombiner<T, TArithmetic>>(from, to); break;
                case ScanOp.LogAddExp: lines.Run<T, LogAddExpCombiner<T, TArithmetic>>(from, to); break;
                default: throw new ArgumentOutOfRangeException(nameof(op), op, "Not a scan.");
            }
        }
    }
}
