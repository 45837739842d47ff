namespace Tangent.Kernels;

/// <summary>Where in an array the positions of an index shape point to, in elements from the first.</summary>
internal sealed class ElementOffsets : IDisposable
{
    /// <summary>How many offsets to read at once: enough to spread the cost of a call, few enough for the stack.</summary>
    public const int Chunk = 256;

    private readonly IndexedAxis[] axes;
    private readonly PairedAxes? bases;
    private readonly bool clamp;
    private readonly List<BufferView> temporaries = [];

    private ElementOffsets(
        Layout target, BufferView[] indices, int[] addressed, int[] sliceSizes, int[] shape, PairedAxes? bases, bool clamp)
    {
        Count = Layout.CountOf(shape);
        this.bases = bases;
        this.clamp = clamp;
        axes = new IndexedAxis[indices.Length];
        for (int i = 0; i < indices.Length; i++)
            axes[i] = new(Dense(indices[i], shape), target.Shape[addressed[i]], sliceSizes[addressed[i]], target.Strides[addressed[i]]);
    }

    /// <summary>Number of positions.</summary>
    public long Count { get; }

    /// <summary>True if an index out of range counts as the nearest within; else its offset is negative.</summary>
    public bool Clamps => clamp;

    /// <summary>
    /// Offsets of the first elements of slices of <paramref name="target"/>: axis axes[j] starts at indices[j], all
    /// others at 0.
    /// </summary>
    public static ElementOffsets OfSlices(
        string kernel, Layout target, BufferView[] indices, int[] axes, int[] sliceSizes, int[] indexShape, bool clamp)
    {
        if (indices.Length != axes.Length)
            throw new ArgumentException($"{kernel}: {indices.Length} arrays of indices for {axes.Length} axes.");
        if (sliceSizes.Length != target.Shape.Length)
            throw new ArgumentException($"{kernel}: {sliceSizes.Length} slice sizes for an array of rank {target.Shape.Length}.");
        foreach (int axis in axes)
            Require.Axis(kernel, axis, target.Shape.Length);
        if (axes.Distinct().Count() != axes.Length)
            throw new ArgumentException($"{kernel}: axes [{string.Join(',', axes)}] repeat.");
        for (int axis = 0; axis < sliceSizes.Length; axis++)
            if (sliceSizes[axis] < 0 || sliceSizes[axis] > target.Shape[axis])
                throw new ArgumentException($"{kernel}: a slice of {sliceSizes[axis]} along axis {axis} of length {target.Shape[axis]}.");
        return new(target, indices, axes, sliceSizes, indexShape, null, clamp);
    }

    /// <summary>
    /// Offsets of single elements of <paramref name="target"/>: along <paramref name="axis"/> at the index, along all
    /// others where the index itself stands.
    /// </summary>
    public static ElementOffsets AlongAxis(string kernel, Layout target, BufferView indices, int axis, bool clamp)
    {
        int[] shape = indices.Layout.Shape;
        Require.Axis(kernel, axis, target.Shape.Length);
        int[] expected = (int[])target.Shape.Clone();
        if (axis < shape.Length)
            expected[axis] = shape[axis];
        Require.SameShape(kernel, "indices", expected, shape);
        long[] strides = (long[])target.Strides.Clone();
        strides[axis] = 0;
        int[] sliceSizes = new int[shape.Length];
        sliceSizes[axis] = 1;
        if (clamp && indices.Layout.Count > 0 && target.Shape[axis] == 0)
            throw new ArgumentException($"{kernel}: indices into axis {axis} of length 0.");
        return new(target, [indices], [axis], sliceSizes, shape, PairedAxes.Of(shape, strides, Layout.RowMajorStrides(shape)), clamp);
    }

    /// <summary>The offsets of the positions from <paramref name="start"/> on, counted in row-major order.</summary>
    public void Read(long start, Span<long> offsets)
    {
        if (bases is null)
            offsets.Clear();
        else
            ReadBases(start, offsets);
        foreach (IndexedAxis axis in axes)
            axis.AddTo(start, offsets, clamp);
    }

    /// <summary>Gives back the copies of indices that were not dense.</summary>
    public void Dispose()
    {
        foreach (BufferView temporary in temporaries)
            temporary.Buffer.Release();
    }

    private void ReadBases(long start, Span<long> offsets)
    {
        var walk = new PairedWalk(bases!, start, stackalloc long[bases!.Rank]);
        long stride = bases.InnerSourceStride;
        while (!offsets.IsEmpty)
        {
            int run = (int)Math.Min(walk.Ahead, offsets.Length);
            for (int k = 0; k < run; k++)
                offsets[k] = walk.Source + k * stride;
            walk.Advance(run);
            offsets = offsets[run..];
        }
    }

    private BufferView Dense(BufferView indices, int[] shape)
    {
        var view = indices.With(indices.Layout.Broadcast(shape));
        if (view.Layout.IsRowMajor)
            return view;
        var copy = BufferView.Allocate(indices.DType, shape);
        temporaries.Add(copy);
        CopyExecutor.Run(view, copy);
        return copy;
    }
}
