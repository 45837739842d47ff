using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// A convolution in groups of one filter: lanes are groups, the last vector of which is filled up with zeros. Depthwise layers, and the gradients of their filters.
/// </summary>
internal sealed unsafe class LaneConvolution<T, TVector, TSimd, TStorage>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
    where TStorage : IStorage<T>
{
    // Vectors of groups at a time, and bytes of filters: band and filters stay in the second cache.
    private const int Vectors = 4;
    private const int BytesOfFilters = 64 * 1024;

    private readonly ConvolutionShape shape;
    private readonly BufferView x;
    private readonly BufferView filters;
    private readonly ProductTarget target;
    private readonly OutputBlocks blocks;
    private readonly int groupBlocks;
    private readonly int together;

    public LaneConvolution(ConvolutionShape shape, BufferView x, BufferView filters, ProductTarget target)
    {
        (this.shape, this.x, this.filters, this.target) = (shape, x, filters, target);
        blocks = new OutputBlocks(shape, sizeof(T));
        groupBlocks = (shape.Groups + GroupsAtOnce - 1) / GroupsAtOnce;
        // Outputs are finished all groups together.
        together = target.NeedsFinish(TStorage.HoldsSums) ? groupBlocks : 1;
    }

    private static int GroupsAtOnce => Vectors * TSimd.Count;

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
            int group = (groupBlock + i) * GroupsAtOnce, groups = Math.Min(GroupsAtOnce, shape.Groups - group);
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
        int stored = (groups + TSimd.Count - 1) / TSimd.Count * TSimd.Count;
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
        InputBand<T, TStorage>.Fill(
            source, shape.Axes[1], shape.Axes[2], part.Height.Input(part.FirstRow) + tapRow * part.Height.Dilation, rows,
            part.Width.Input(part.FirstColumn), columns, groups, shape.GroupStride, stored, band);
        T* factors = Pack(part, tapRow, tapRows, filter, groups, stored);
        for (int row = 0; row < part.Rows; row++)
            AddRow(
                part, tapRows, band + row * part.Height.Stride * columns * stored, part.Height.Dilation * columns * stored, factors, groups, stored,
                sums.At(part, group) + row * part.Height.OutputStep * sums.LineStride, part.Width.OutputStep * sums.PixelStride, accumulate);
    }

    private T* Pack(in BlockPart part, int tapRow, int tapRows, byte* filter, int groups, int stored)
    {
        T* factors = ProductScratch.Current.Y.Take<T>((long)tapRows * part.Width.Taps * stored);
        for (int row = 0; row < tapRows; row++)
        {
            long tap = (part.Height.FirstTap + (long)(tapRow + row) * part.Height.TapStep) * shape.Axes[1].TapStride + part.Width.FirstTap * shape.Axes[2].TapStride;
            var taps = new StridedMatrix(
                filter + tap * TStorage.Size, part.Width.Taps, groups, part.Width.TapStep * shape.Axes[2].TapStride, shape.FilterGroupStride);
            TStorage.PackY(taps, stored, factors + (long)row * part.Width.Taps * stored);
        }
        return factors;
    }

    [SkipLocalsInit]
    private static void AddRow(
        in BlockPart part, int tapRows, T* band, long nextRow, T* factors, int groups, int stored, T* target, long stride, bool accumulate)
    {
        const int MostRows = LaneKernel<T, TVector, TSimd>.MaxRows;
        T* aside = stackalloc T[MostRows * TSimd.Count];
        for (int lane = 0; lane < groups; lane += TSimd.Count)
            for (int column = 0; column < part.Columns; column += MostRows)
            {
                int count = Math.Min(MostRows, part.Columns - column), width = Math.Min(TSimd.Count, groups - lane);
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
