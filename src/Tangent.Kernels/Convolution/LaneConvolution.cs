using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// A convolution in groups of one filter or few: lanes are the filters of all groups, the last vector of which is filled up with zeros. Depthwise layers, and the gradients of their filters.
/// </summary>
internal sealed unsafe class LaneConvolution<T, TVector, TSimd, TStorage>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
    where TStorage : IStorage<T>
{
    // Vectors of filters at a time, and their bytes: band and filters stay in the second cache.
    private const int Vectors = 4;
    private const int BytesOfFilters = 64 * 1024;

    private readonly ConvolutionShape shape;
    private readonly BufferView x;
    private readonly BufferView filters;
    private readonly ProductTarget target;
    private readonly OutputBlocks blocks;
    private readonly int groupsAtOnce;
    private readonly int groupBlocks;
    private readonly int together;

    public LaneConvolution(ConvolutionShape shape, BufferView x, BufferView filters, ProductTarget target)
    {
        (this.shape, this.x, this.filters, this.target) = (shape, x, filters, target);
        blocks = new OutputBlocks(shape, sizeof(T));
        groupsAtOnce = Vectors * TSimd.Count / shape.Filters;
        groupBlocks = (shape.Groups + groupsAtOnce - 1) / groupsAtOnce;
        // Outputs are finished all groups together.
        together = target.NeedsFinish(TStorage.HoldsSums) ? groupBlocks : 1;
    }

    /// <summary>True if groups have so few filters that a tile of one group's would leave most lanes empty.</summary>
    public static bool Fits(ConvolutionShape shape) => shape.Groups > 1 && (shape.Filters == 1 || 4 * shape.Filters <= TSimd.Count);

    public void Run()
    {
        long parts = groupBlocks / together, count = blocks.Count * parts;
        Workers.For(count, Workers.Grain(count, blocks.Threads), (start, end) =>
        {
            for (long item = start; item < end; item++)
                RunBlock(blocks.At(item / parts), (int)(item % parts));
        });
        GC.KeepAlive(x);
        GC.KeepAlive(filters);
    }

    private void RunBlock(in OutputBlock block, int groupBlock)
    {
        var sums = new BlockSums<T, TStorage>(shape, block, target);
        AxisPhase depth = shape.Phases[0][block.Plane % shape.Phases[0].Length];
        for (int i = 0; i < together; i++)
        {
            int group = (groupBlock + i) * groupsAtOnce, groups = Math.Min(groupsAtOnce, shape.Groups - group);
            foreach (AxisPhase height in shape.Phases[1])
                foreach (AxisPhase width in shape.Phases[2])
                {
                    var part = new BlockPart(block, height, width);
                    if (!part.IsEmpty)
                        RunPart(part, block, depth, group, groups, sums);
                }
        }
        if (target.NeedsFinish(TStorage.HoldsSums))
            sums.Finish();
    }

    private void RunPart(in BlockPart part, in OutputBlock block, in AxisPhase depth, int group, int groups, in BlockSums<T, TStorage> sums)
    {
        int stored = (groups * shape.Filters + TSimd.Count - 1) / TSimd.Count * TSimd.Count;
        int step = part.Width.Taps == 0 ? 1 : Math.Max(1, BytesOfFilters / (part.Width.Taps * stored * sizeof(T)));
        bool isFirst = true;
        for (int channel = 0; channel < shape.Channels; channel++)
            for (int tap = 0; tap < depth.Taps; tap++)
            {
                long plane = depth.Input(block.Plane / depth.OutputStep) + tap * depth.Dilation;
                if (plane < 0 || plane >= shape.Axes[0].Input || part.Width.Taps == 0)
                    continue;
                byte* source = x.Pointer + (block.Example * shape.BatchStride + group * shape.GroupStride + plane * shape.Axes[0].InputStride
                    + channel * shape.ChannelStride) * TStorage.Size;
                byte* filter = filters.Pointer + (group * shape.FilterGroupStride + channel * shape.FilterChannelStride
                    + (depth.FirstTap + (long)tap * depth.TapStep) * shape.Axes[0].TapStride) * TStorage.Size;
                for (int row = 0; row < part.Height.Taps; row += step)
                {
                    Add(part, row, Math.Min(step, part.Height.Taps - row), source, filter, group, groups, stored, sums, !isFirst);
                    isFirst = false;
                }
            }
        if (!isFirst)
            return;
        for (int i = 0; i < groups; i++)
            sums.Clear(part, group + i);
    }

    private void Add(in BlockPart part, int tapRow, int tapRows, byte* source, byte* filter, int group, int groups, int stored, in BlockSums<T, TStorage> sums, bool accumulate)
    {
        long rows = part.Height.Reach(part.Rows, tapRows), columns = part.Width.Reach(part.Columns, part.Width.Taps);
        T* band = ProductScratch.Current.X.Take<T>(rows * columns * stored);
        T* narrow = shape.Filters == 1 ? band : ProductScratch.Current.Gathered.Take<T>(rows * columns * groups);
        InputBand<T, TStorage>.Fill(
            source, shape.Axes[1], shape.Axes[2], part.Height.Input(part.FirstRow) + tapRow * part.Height.Dilation, rows,
            part.Width.Input(part.FirstColumn), columns, groups, shape.GroupStride, shape.Filters == 1 ? stored : groups, narrow);
        if (shape.Filters > 1)
            Repeat(narrow, rows * columns, groups, shape.Filters, stored, band);
        T* factors = Pack(part, tapRow, tapRows, filter, groups, stored);
        for (int row = 0; row < part.Rows; row++)
            AddRow(
                part, tapRows, band + row * part.Height.Stride * columns * stored, part.Height.Dilation * columns * stored, factors, groups * shape.Filters, stored,
                sums.At(part, group) + row * part.Height.OutputStep * sums.LineStride, part.Width.OutputStep * sums.PixelStride, accumulate);
    }

    private T* Pack(in BlockPart part, int tapRow, int tapRows, byte* filter, int groups, int stored)
    {
        T* factors = ProductScratch.Current.Y.Take<T>((long)tapRows * part.Width.Taps * stored);
        for (int row = 0; row < tapRows; row++)
        {
            long tap = (part.Height.FirstTap + (long)(tapRow + row) * part.Height.TapStep) * shape.Axes[1].TapStride + part.Width.FirstTap * shape.Axes[2].TapStride;
            PackRow(filter + tap * TStorage.Size, part, groups, stored, factors + (long)row * part.Width.Taps * stored);
        }
        return factors;
    }

    private void PackRow(byte* filter, in BlockPart part, int groups, int stored, T* factors)
    {
        long step = part.Width.TapStep * shape.Axes[2].TapStride;
        if (shape.Filters == 1 || shape.FilterGroupStride == shape.Filters * shape.FilterStride)
        {
            long stride = shape.Filters == 1 ? shape.FilterGroupStride : shape.FilterStride;
            TStorage.PackY(new StridedMatrix(filter, part.Width.Taps, groups * shape.Filters, step, stride), stored, factors);
            return;
        }
        T* each = ProductScratch.Current.Gathered.Take<T>((long)part.Width.Taps * groups);
        NativeMemory.Clear(factors, (nuint)part.Width.Taps * (nuint)stored * (nuint)sizeof(T));
        for (int i = 0; i < shape.Filters; i++)
        {
            TStorage.PackY(new StridedMatrix(filter + i * shape.FilterStride * TStorage.Size, part.Width.Taps, groups, step, shape.FilterGroupStride), groups, each);
            for (int tap = 0; tap < part.Width.Taps; tap++)
                for (int group = 0; group < groups; group++)
                    factors[(long)tap * stored + group * shape.Filters + i] = each[tap * groups + group];
        }
    }

    // Each number as often as its group has filters.
    private static void Repeat(T* narrow, long pixels, int groups, int filters, int stored, T* band)
    {
        for (long pixel = 0; pixel < pixels; pixel++, narrow += groups, band += stored)
        {
            T* lane = band;
            for (int group = 0; group < groups; group++)
                for (int i = 0; i < filters; i++)
                    *lane++ = narrow[group];
            for (; lane < band + stored; lane++)
                *lane = default;
        }
    }

    [SkipLocalsInit]
    private static void AddRow(
        in BlockPart part, int tapRows, T* band, long nextRow, T* factors, int lanes, int stored, T* target, long stride, bool accumulate)
    {
        const int MostRows = LaneKernel<T, TVector, TSimd>.MaxRows;
        T* aside = stackalloc T[MostRows * TSimd.Count];
        // Lanes in the inner loop: what a tile reads lies together.
        for (int column = 0; column < part.Columns; column += MostRows)
            for (int lane = 0; lane < lanes; lane += TSimd.Count)
            {
                int count = Math.Min(MostRows, part.Columns - column), width = Math.Min(TSimd.Count, lanes - lane);
                T* first = target + column * stride + lane, sums = width == TSimd.Count ? first : aside;
                long step = width == TSimd.Count ? stride : TSimd.Count;
                if (accumulate && width < TSimd.Count)
                    for (int i = 0; i < count; i++)
                        ShortRun.Copy(first + i * stride, aside + i * TSimd.Count, width);
                LaneKernel<T, TVector, TSimd>.Run(
                    count, part.Width.Taps, tapRows, band + column * part.Width.Stride * stored + lane, part.Width.Stride * stored,
                    part.Width.Dilation * stored, nextRow, factors + lane, stored, sums, step, accumulate);
                if (width < TSimd.Count)
                    for (int i = 0; i < count; i++)
                        ShortRun.Copy(aside + i * TSimd.Count, first + i * stride, width);
            }
    }
}
