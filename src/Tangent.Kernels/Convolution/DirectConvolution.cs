namespace Tangent.Kernels;

/// <summary>
/// A convolution as products that are never laid out: a tile of outputs side by side in a row reads the input where it lies in a band,
/// a window's width after the other; filters are packed once. (Georganas et al., "Anatomy of high-performance deep learning
/// convolutions on SIMD architectures", 2018, for the loop order.)
/// </summary>
internal sealed unsafe class DirectConvolution<T, TKernel, TStorage>(ConvolutionShape shape, BufferView x, BufferView filters, ProductTarget target)
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    // A panel of filters stays in the first cache while a band's tiles pass.
    private const int MostDepth = 384;

    private readonly OutputBlocks blocks = new(shape, sizeof(T));
    private readonly SpatialAxis height = shape.Axes[1];
    private readonly SpatialAxis width = shape.Axes[2];

    public void Run()
    {
        using var packed = new PackedFilters<T, TKernel, TStorage>(shape, filters);
        Workers.For(blocks.Count, Workers.Grain(blocks.Count, blocks.Threads), (start, end) =>
        {
            for (long block = start; block < end; block++)
                RunBlock(blocks.At(block), packed);
        });
        GC.KeepAlive(x);
    }

    private void RunBlock(in OutputBlock block, PackedFilters<T, TKernel, TStorage> packed)
    {
        var sums = new BlockSums<T, TStorage>(shape, block, target);
        int phase = block.Plane % shape.Phases[0].Length;
        for (int group = 0; group < shape.Groups; group++)
            for (int h = 0; h < shape.Phases[1].Length; h++)
                for (int w = 0; w < shape.Phases[2].Length; w++)
                {
                    var part = new BlockPart(block, shape.Phases[1][h], shape.Phases[2][w]);
                    if (part.IsEmpty)
                        continue;
                    bool isFirst = true;
                    AxisPhase depth = shape.Phases[0][phase];
                    if (part.Height.Taps * part.Width.Taps * shape.Channels > 0)
                        for (int tap = 0; tap < depth.Taps; tap++)
                        {
                            long plane = depth.Input(block.Plane / depth.OutputStep) + tap * depth.Dilation;
                            if (plane < 0 || plane >= shape.Axes[0].Input)
                                continue;
                            AddPlane(part, block.Example, group, plane, packed.At(phase, h, w, group, tap), sums.At(part, group), sums, isFirst);
                            isFirst = false;
                        }
                    if (isFirst)
                        sums.Clear(part, group);
                }
        sums.Finish();
    }

    private void AddPlane(in BlockPart part, int example, int group, long plane, T* panels, T* target, BlockSums<T, TStorage> sums, bool isFirst)
    {
        long rows = part.Height.Reach(part.Rows, part.Height.Taps), columns = part.Width.Reach(part.Columns, part.Width.Taps);
        T* band = ProductScratch.Current.X.Take<T>(rows * columns * shape.Channels);
        byte* source = x.Pointer + (example * shape.BatchStride + group * shape.GroupStride + plane * shape.Axes[0].InputStride) * TStorage.Size;
        InputBand<T, TStorage>.Fill(
            source, height, width, part.Height.Input(part.FirstRow), rows, part.Width.Input(part.FirstColumn), columns,
            shape.Channels, shape.ChannelStride, shape.Channels, band);
        AddBand(part, band, columns * shape.Channels, panels, target, sums, isFirst);
    }

    // Taps side by side in a row, with their channels, are one run of the band; where the window has gaps a tap is one.
    private void AddBand(in BlockPart part, T* band, long line, T* panels, T* target, BlockSums<T, TStorage> sums, bool isFirst)
    {
        bool isWhole = part.Width.Dilation == 1;
        int run = isWhole ? part.Width.Taps * shape.Channels : shape.Channels;
        int segments = isWhole ? part.Height.Taps : part.Width.Taps;
        long next = isWhole ? part.Height.Dilation * line : part.Width.Dilation * shape.Channels;
        var tiles = new BandTiles<T, TKernel>(part, shape.Filters, part.Height.Taps * part.Width.Taps * shape.Channels,
            part.Height.Stride * line, part.Width.Stride * shape.Channels, sums.LineStride * part.Height.OutputStep, sums.PixelStride * part.Width.OutputStep);
        for (int row = 0; row < (isWhole ? 1 : part.Height.Taps); row++)
        {
            T* start = band + row * part.Height.Dilation * line;
            int first = row * segments * run;
            if (run <= MostDepth)
                AddSegments(tiles, start, run, segments, next, panels, first, target, isFirst && row == 0);
            else
                for (int segment = 0; segment < segments; segment++)
                    AddRun(tiles, start + segment * next, run, panels, first + segment * run, target, isFirst && row == 0 && segment == 0);
        }
    }

    private static void AddSegments(in BandTiles<T, TKernel> tiles, T* band, int run, int segments, long next, T* panels, int first, T* target, bool isFirst)
    {
        int step = (int)EvenParts.Length(segments, MostDepth / run);
        for (int segment = 0; segment < segments; segment += step)
            tiles.Run(band + segment * next, run, Math.Min(step, segments - segment), next, panels, first + segment * run, target, !isFirst || segment > 0);
    }

    private static void AddRun(in BandTiles<T, TKernel> tiles, T* band, int run, T* panels, int first, T* target, bool isFirst)
    {
        int step = (int)EvenParts.Length(run, MostDepth);
        for (int start = 0; start < run; start += step)
            tiles.Run(band + start, Math.Min(step, run - start), 1, 0, panels, first + start, target, !isFirst || start > 0);
    }
}
