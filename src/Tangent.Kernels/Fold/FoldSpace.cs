namespace Tangent.Kernels;

/// <summary>
/// Where the elements of a reduction lie: its axes by their role in the grouping, with strides. Neighbours through which inputs
/// and output run as through one are one.
/// </summary>
internal sealed class FoldSpace
{
    /// <summary>The axes of inputs of <paramref name="shape"/>; of those in <paramref name="axes"/> one index remains.</summary>
    public FoldSpace(int[] shape, int[] axes, BufferView[] inputs, int outputSize)
    {
        Grouping = new FoldGrouping(shape, axes);
        Count = Layout.CountOf(shape);
        FoldAxis[] all = All(shape, axes, inputs, outputSize);
        Kept = Merged(all, Grouping.Kept);
        Reduced = Merged(all, Grouping.Reduced);
        Row = Merged(all, Grouping.Row);
    }

    /// <summary>How elements are grouped.</summary>
    public FoldGrouping Grouping { get; }

    /// <summary>Elements of an input.</summary>
    public long Count { get; }

    /// <summary>The axes of the output in order.</summary>
    public FoldAxis[] Kept { get; }

    /// <summary>The reduced axes in order; without those of a row.</summary>
    public FoldAxis[] Reduced { get; }

    /// <summary>The axes of a row; none where elements are grouped in columns.</summary>
    public FoldAxis[] Row { get; }

    private static FoldAxis[] All(int[] shape, int[] axes, BufferView[] inputs, int outputSize)
    {
        var all = new FoldAxis[shape.Length];
        long outputStride = outputSize;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            bool isReduced = Array.IndexOf(axes, axis) >= 0;
            var strides = new long[inputs.Length];
            for (int i = 0; i < strides.Length; i++)
                strides[i] = inputs[i].Layout.Strides[axis] * inputs[i].DType.Size;
            all[axis] = new FoldAxis(shape[axis], isReduced ? 0 : outputStride, strides);
            outputStride *= isReduced ? 1 : shape[axis];
        }
        return all;
    }

    private static FoldAxis[] Merged(FoldAxis[] all, int[] axes)
    {
        var merged = new List<FoldAxis>(axes.Length);
        foreach (int axis in axes)
        {
            if (merged.Count > 0 && merged[^1].IsContinuedBy(all[axis]))
                merged[^1] = all[axis] with { Length = all[axis].Length * merged[^1].Length };
            else
                merged.Add(all[axis]);
        }
        return [.. merged];
    }
}
