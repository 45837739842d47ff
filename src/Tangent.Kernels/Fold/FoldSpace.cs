namespace Tangent.Kernels;

/// <summary>
/// The axes of a reduction, ordered so that the innermost runs through memory in the smallest steps. Axes of length one
/// are left out and neighbours that are as one are merged.
/// </summary>
internal sealed class FoldSpace
{
    // A shorter innermost axis is left to a longer one of the other kind: rows must pay for their overhead.
    private const int ShortRow = 32;

    /// <summary>The axes of inputs of <paramref name="shape"/>; of those in <paramref name="axes"/> one index remains.</summary>
    public FoldSpace(int[] shape, int[] axes, BufferView[] inputs, int outputSize)
    {
        List<FoldAxis> all = List(shape, axes, inputs, outputSize);
        Order(all);
        all = Merge(all);
        Inner = TakeInner(all);
        Kept = [.. all.FindAll(axis => !axis.IsReduced)];
        Reduced = [.. all.FindAll(axis => axis.IsReduced)];
        Count = Layout.CountOf(shape);
    }

    /// <summary>Elements of an input.</summary>
    public long Count { get; }

    /// <summary>The axis along which rows run.</summary>
    public FoldAxis Inner { get; }

    /// <summary>The other axes of the output.</summary>
    public FoldAxis[] Kept { get; }

    /// <summary>The other reduced axes.</summary>
    public FoldAxis[] Reduced { get; }

    private static List<FoldAxis> List(int[] shape, int[] axes, BufferView[] inputs, int outputSize)
    {
        var list = new List<FoldAxis>();
        long outputStride = outputSize;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            bool reduced = Array.IndexOf(axes, axis) >= 0;
            if (shape[axis] != 1)
                list.Insert(0, new FoldAxis(shape[axis], reduced, reduced ? 0 : outputStride,
                    Array.ConvertAll(inputs, input => input.Layout.Strides[axis] * input.DType.Size)));
            outputStride *= reduced ? 1 : shape[axis];
        }
        if (list.Count == 0)
            list.Add(new FoldAxis(1, true, 0, new long[inputs.Length]));
        return list;
    }

    // Long steps first; axes of equal steps keep their order. There are few.
    private static void Order(List<FoldAxis> axes)
    {
        for (int i = 1; i < axes.Count; i++)
        {
            FoldAxis axis = axes[i];
            int place = i;
            for (; place > 0 && Step(axes[place - 1]) < Step(axis); place--)
                axes[place] = axes[place - 1];
            axes[place] = axis;
        }
    }

    // An axis along which everything repeats goes to the outside.
    private static long Step(FoldAxis axis)
    {
        long step = 0;
        foreach (long stride in axis.Strides)
            step += Math.Abs(stride);
        return step == 0 ? long.MaxValue : step;
    }

    private static List<FoldAxis> Merge(List<FoldAxis> axes)
    {
        var merged = new List<FoldAxis>();
        foreach (FoldAxis axis in axes)
        {
            if (merged.Count > 0 && merged[^1].IsContinuedBy(axis))
                merged[^1] = axis with { Length = axis.Length * merged[^1].Length };
            else
                merged.Add(axis);
        }
        return merged;
    }

    private static FoldAxis TakeInner(List<FoldAxis> axes)
    {
        int last = axes.Count - 1;
        FoldAxis inner = axes[last];
        if (inner.Length < ShortRow && !ColumnFold.CanGroup(axes))
        {
            int other = axes.FindLastIndex(axis => axis.IsReduced != inner.IsReduced && axis.Length > inner.Length);
            last = other >= 0 ? other : last;
        }
        inner = axes[last];
        axes.RemoveAt(last);
        return inner;
    }
}
