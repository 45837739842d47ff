namespace Tangent.Kernels;

/// <summary>
/// The filters of a convolution as panels, one for each tile of them: for every phase, group and tap of the depth the taps of a plane
/// with their channels one after the other.
/// </summary>
internal sealed unsafe class PackedFilters<T, TKernel, TStorage> : IDisposable
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    private readonly ConvolutionShape shape;
    private readonly Buffer memory;
    private readonly long[,,] starts;

    public PackedFilters(ConvolutionShape shape, BufferView filters)
    {
        this.shape = shape;
        starts = new long[shape.Phases[0].Length, shape.Phases[1].Length, shape.Phases[2].Length];
        long size = 0;
        ForEachPhase((d, h, w) =>
        {
            starts[d, h, w] = size;
            size += shape.Groups * shape.Phases[0][d].Taps * PlaneSize(shape.Phases[1][h], shape.Phases[2][w]);
        });
        memory = Buffer.Allocate(Math.Max(1, size) * sizeof(T));
        ForEachPhase((d, h, w) => Pack(filters, d, h, w));
    }

    /// <summary>The panels of a group's filters at a tap of the depth, in the phases given.</summary>
    public T* At(int d, int h, int w, int group, int tap) => (T*)memory.Pointer + starts[d, h, w]
        + ((long)group * shape.Phases[0][d].Taps + tap) * PlaneSize(shape.Phases[1][h], shape.Phases[2][w]);

    public void Dispose() => memory.Release();

    private void ForEachPhase(Action<int, int, int> action)
    {
        for (int d = 0; d < starts.GetLength(0); d++)
            for (int h = 0; h < starts.GetLength(1); h++)
                for (int w = 0; w < starts.GetLength(2); w++)
                    action(d, h, w);
    }

    private long PlaneSize(in AxisPhase height, in AxisPhase width) =>
        (long)Packer<T, TKernel, TStorage>.Padded(shape.Filters) * Depth(height, width);

    private int Depth(in AxisPhase height, in AxisPhase width) => checked(height.Taps * width.Taps * shape.Channels);

    private void Pack(BufferView filters, int d, int h, int w)
    {
        AxisPhase[] phases = [shape.Phases[0][d], shape.Phases[1][h], shape.Phases[2][w]];
        if (phases[0].Taps == 0 || Depth(phases[1], phases[2]) == 0)
            return;
        BufferView taps = Taps(filters, phases), dense = StrideOfDepth(taps.Layout) is null ? DenseCopy.Of(taps) : taps;
        int depth = Depth(phases[1], phases[2]);
        long stride = StrideOfDepth(dense.Layout)!.Value;
        Workers.For((long)shape.Groups * phases[0].Taps, 1, (start, end) =>
        {
            for (long plane = start; plane < end; plane++)
            {
                (long group, long tap) = Math.DivRem(plane, phases[0].Taps);
                long[] strides = dense.Layout.Strides;
                byte* pointer = dense.Pointer + (group * strides[0] + tap * strides[2]) * TStorage.Size;
                var block = new StridedMatrix(pointer, depth, shape.Filters, stride, strides[1]);
                Packer<T, TKernel, TStorage>.PackY(block, At(d, h, w, (int)group, (int)tap), depth, 0);
            }
        });
        DenseCopy.Release(dense, taps);
        GC.KeepAlive(filters);
    }

    // [groups, filters, taps of the depth, of the height, of the width, channels].
    private BufferView Taps(BufferView filters, AxisPhase[] phases)
    {
        int[] lengths = [shape.Groups, shape.Filters, phases[0].Taps, phases[1].Taps, phases[2].Taps, shape.Channels];
        long[] strides = [shape.FilterGroupStride, shape.FilterStride, 0, 0, 0, shape.FilterChannelStride];
        long offset = filters.Layout.Offset;
        for (int axis = 0; axis < phases.Length; axis++)
        {
            strides[2 + axis] = shape.Axes[axis].TapStride * phases[axis].TapStep;
            offset += shape.Axes[axis].TapStride * phases[axis].FirstTap;
        }
        return filters.With(new Layout(lengths, strides, offset));
    }

    // From one channel, or tap of a plane, to the next, where they lie evenly.
    private static long? StrideOfDepth(Layout layout)
    {
        long? stride = null;
        long count = 1;
        for (int axis = 5; axis >= 3; axis--)
        {
            if (layout.Shape[axis] == 1)
                continue;
            stride ??= layout.Strides[axis];
            if (layout.Strides[axis] != stride * count)
                return null;
            count *= layout.Shape[axis];
        }
        return stride ?? 0;
    }
}
