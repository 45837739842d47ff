namespace Tangent.Kernels;

/// <summary>Recurrences of the first order along one axis.</summary>
internal static unsafe class RecurrenceExecutor
{
    /// <summary>
    /// Writes y[i] = factor[i]·y[i - 1] + term[i] along <paramref name="axis"/>, where the first y is the first term: its
    /// factor is not read. float16 and bfloat16 are computed in float32 and rounded once; integers wrap around.
    /// </summary>
    /// <param name="factors">
    /// Any strides, of the terms' type; or bool, which chooses where it would multiply: y[i - 1] + term[i] or term[i] alone.
    /// </param>
    /// <param name="terms">Any strides, of the factors' shape.</param>
    /// <param name="axis">From 0.</param>
    /// <param name="reverse">True to start at the end of the axis: i - 1 is i + 1 then.</param>
    /// <param name="output">Dense and row-major, of the shape and type of the terms, in memory of its own.</param>
    public static void Run(BufferView factors, BufferView terms, int axis, bool reverse, BufferView output)
    {
        const string name = "Recurrence";
        Require.Axis(name, axis, terms.Layout.Shape.Length);
        Require.SameShape(name, "factors", terms.Layout.Shape, factors.Layout.Shape);
        Require.SameShape(name, "output", terms.Layout.Shape, output.Layout.Shape);
        Require.SameDType(name, "output", terms.DType, output.DType);
        Require.RowMajor(name, "output", output.Layout);
        if (factors.DType != DType.Bool)
            Require.SameDType(name, "factors", terms.DType, factors.DType);
        if (terms.Layout.Count == 0)
            return;
        if (terms.DType.IsHalf)
            RunInFloat32(factors, terms, axis, reverse, output);
        else
            RunDense(factors, terms, axis, reverse, output);
        GC.KeepAlive(output);
    }

    private static void RunDense(BufferView factors, BufferView terms, int axis, bool reverse, BufferView output)
    {
        BufferView weights = DenseCopy.Of(factors);
        BufferView addends = DenseCopy.Of(terms);
        int[] shape = terms.Layout.Shape;
        var lines = new RecurrenceLines(
            Layout.CountOf(shape.AsSpan(0, axis)), shape[axis], Layout.CountOf(shape.AsSpan(axis + 1)), reverse);
        ElementTypes.Dispatch(terms.DType, new RecurrenceAction(weights, addends, output, lines));
        DenseCopy.Release(weights, factors);
        DenseCopy.Release(addends, terms);
        GC.KeepAlive(factors);
        GC.KeepAlive(terms);
    }

    private static void RunInFloat32(BufferView factors, BufferView terms, int axis, bool reverse, BufferView output)
    {
        BufferView weights = factors.DType == DType.Bool ? factors : Wide(factors);
        BufferView addends = Wide(terms);
        var results = BufferView.Allocate(DType.Float32, terms.Layout.Shape);
        RunDense(weights, addends, axis, reverse, results);
        HalfConversion.Narrow(results, output);
        DenseCopy.Release(weights, factors);
        addends.Buffer.Release();
        results.Buffer.Release();
    }

    private static BufferView Wide(BufferView x)
    {
        BufferView dense = DenseCopy.Of(x);
        var wide = BufferView.Allocate(DType.Float32, x.Layout.Shape);
        HalfConversion.Widen(dense, wide);
        DenseCopy.Release(dense, x);
        return wide;
    }

    private readonly struct RecurrenceAction(BufferView factors, BufferView terms, BufferView output, RecurrenceLines lines) : IElementAction
    {
        public void Run<T, TArithmetic>() where T : unmanaged where TArithmetic : struct, IArithmetic<T>
        {
            if (factors.DType == DType.Bool)
                lines.Run<T, bool, SegmentedRecurrence<T, TArithmetic>>((bool*)factors.Pointer, (T*)terms.Pointer, (T*)output.Pointer);
            else
                lines.Run<T, T, WeightedRecurrence<T, TArithmetic>>((T*)factors.Pointer, (T*)terms.Pointer, (T*)output.Pointer);
        }
    }
}
