using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// A convolution whose window has more places than its output, as the gradient of filters: a tile is some examples at one output or
/// at outputs side by side, which lie together in the band, and the places of the window are the depth.
/// </summary>
internal sealed unsafe class PositionConvolution<T, TKernel, TStorage>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    private const int MostDepth = 384;

    private readonly ConvolutionShape shape;
    private readonly BufferView x;
    private readonly BufferView filters;
    private readonly ProductTarget target;
    private readonly PositionParts parts;

    public PositionConvolution(ConvolutionShape shape, BufferView x, BufferView filters, ProductTarget target)
    {
        (this.shape, this.x, this.filters, this.target) = (shape, x, filters, target);
        parts = new PositionParts(shape, TKernel.MaxRows);
    }

    public void Run()
    {
        Buffer memory = Buffer.Allocate(shape.Batch * shape.OutputPixels * shape.OutputPixel * sizeof(T));
        T* sums = (T*)memory.Pointer;
        NativeMemory.Clear(sums, (nuint)memory.Size);
        Workers.For(parts.Count, Workers.Grain(parts.Count, parts.Threads), (start, end) =>
        {
            for (long part = start; part < end; part++)
                RunPart(parts.At(part), (T*)memory.Pointer);
        });
        Workers.For(shape.Batch, Workers.Grain(shape.Batch, parts.Threads), (start, end) =>
        {
            for (long example = start; example < end; example++)
                Finish((T*)memory.Pointer, (int)example);
        });
        memory.Release();
        GC.KeepAlive(x);
        GC.KeepAlive(filters);
    }

    // Sums lie as [groups, planes, rows, columns, examples, filters].
    private void RunPart(in PositionPart part, T* sums)
    {
        AxisPhase depth = shape.Phases[0][part.Plane % shape.Phases[0].Length];
        foreach (AxisPhase height in shape.Phases[1])
            foreach (AxisPhase width in shape.Phases[2])
            {
                int firstRow = height.From(part.FirstRow), rows = height.From(part.FirstRow + part.Rows) - firstRow;
                if (rows == 0 || width.Outputs == 0 || height.Taps == 0 || width.Taps == 0)
                    continue;
                for (int tap = 0; tap < depth.Taps; tap++)
                {
                    long plane = depth.Input(part.Plane / depth.OutputStep) + tap * depth.Dilation;
                    if (plane >= 0 && plane < shape.Axes[0].Input)
                        AddPlane(part, height, width, firstRow, rows, plane, depth.FirstTap + tap * depth.TapStep, sums);
                }
            }
    }

    private void AddPlane(in PositionPart part, in AxisPhase height, in AxisPhase width, int firstRow, int rows, long plane, int tap, T* sums)
    {
        int columnStep = (int)EvenParts.Length(width.Taps, MostDepth), rowStep = (int)EvenParts.Length(height.Taps, Math.Max(1, MostDepth / columnStep));
        for (int channel = 0; channel < shape.Channels; channel++)
            for (int row = 0; row < height.Taps; row += rowStep)
                for (int column = 0; column < width.Taps; column += columnStep)
                    new PositionWindow<T, TKernel, TStorage>(
                        shape, part, height, width, firstRow, rows, row, Math.Min(rowStep, height.Taps - row), column, Math.Min(columnStep, width.Taps - column))
                        .Add(Source(part, plane, channel), Filter(part, tap, channel), sums);
    }

    private byte* Source(in PositionPart part, long plane, int channel) => x.Pointer + (
        part.FirstExample * shape.BatchStride + part.Group * shape.GroupStride + plane * shape.Axes[0].InputStride + channel * shape.ChannelStride) * TStorage.Size;

    private byte* Filter(in PositionPart part, int tap, int channel) => filters.Pointer + (
        part.Group * shape.FilterGroupStride + tap * shape.Axes[0].TapStride + channel * shape.FilterChannelStride) * TStorage.Size;

    private void Finish(T* sums, int example)
    {
        long pixels = shape.OutputPixels;
        T* gathered = ProductScratch.Current.Sums.Take<T>(pixels * shape.OutputPixel);
        for (int group = 0; group < shape.Groups; group++)
            for (long pixel = 0; pixel < pixels; pixel++)
                Unsafe.CopyBlockUnaligned(
                    gathered + (pixel * shape.Groups + group) * shape.Filters,
                    sums + ((group * pixels + pixel) * shape.Batch + example) * shape.Filters, checked((uint)(shape.Filters * sizeof(T))));
        ProductTarget rows = target.From(example * pixels * shape.Groups, 0);
        if (target.NeedsFinish(TStorage.HoldsSums))
            rows.Finish<T, TStorage>(gathered, shape.Filters, checked((int)(pixels * shape.Groups)), shape.Filters);
        else
            System.Buffer.MemoryCopy(gathered, rows.Pointer, pixels * shape.OutputPixel * sizeof(T), pixels * shape.OutputPixel * sizeof(T));
    }
}
