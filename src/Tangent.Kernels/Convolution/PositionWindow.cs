using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A rectangle of a window's taps, over all of which tiles of outputs are summed.</summary>
internal readonly unsafe ref struct PositionWindow<T, TKernel, TStorage>(
    ConvolutionShape shape, PositionPart part, AxisPhase height, AxisPhase width, int firstRow, int rows,
    int firstTapRow, int tapRows, int firstTapColumn, int tapColumns)
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    private int Depth => tapRows * tapColumns;

    /// <summary>Adds the products of a channel of the input with the same of the filters to the sums.</summary>
    public void Add(byte* source, byte* filter, T* sums)
    {
        T* panels = Pack(filter);
        long bandRows = height.Reach(rows, tapRows), bandColumns = width.Reach(width.Outputs, tapColumns);
        T* band = ProductScratch.Current.X.Take<T>(bandRows * bandColumns * part.Examples);
        InputBand<T, TStorage>.Fill(
            source, shape.Axes[1], shape.Axes[2], height.Input(firstRow) + firstTapRow * height.Dilation, bandRows,
            width.Input(0) + firstTapColumn * width.Dilation, bandColumns, part.Examples, shape.BatchStride, part.Examples, band);
        AddTiles(band, bandColumns * part.Examples, panels, sums);
    }

    private T* Pack(byte* filter)
    {
        (SpatialAxis tall, SpatialAxis wide) = (shape.Axes[1], shape.Axes[2]);
        T* panels = ProductScratch.Current.Y.Take<T>((long)Packer<T, TKernel, TStorage>.Padded(shape.Filters) * Depth);
        for (int row = 0; row < tapRows; row++)
        {
            long tap = (height.FirstTap + (long)(firstTapRow + row) * height.TapStep) * tall.TapStride
                + (width.FirstTap + (long)firstTapColumn * width.TapStep) * wide.TapStride;
            var block = new StridedMatrix(filter + tap * TStorage.Size, tapColumns, shape.Filters, width.TapStep * wide.TapStride, shape.FilterStride);
            Packer<T, TKernel, TStorage>.PackY(block, panels, Depth, row * tapColumns);
        }
        return panels;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTiles(T* band, long line, T* panels, T* sums)
    {
        // Outputs side by side that meet neighbours of the input lie together, whichever example they belong to.
        bool isJoint = width.Stride == 1 && width.OutputStep == 1 && part.Examples == shape.Batch;
        int joint = isJoint ? width.Outputs * part.Examples : part.Examples, places = isJoint ? 1 : width.Outputs;
        int tileColumns = 2 * TKernel.Lanes, tiles = RowTiles<T, TKernel>.Count(joint);
        for (int column = 0; column < shape.Filters; column += tileColumns)
        {
            int count = Math.Min(tileColumns, shape.Filters - column), step = count > TKernel.Lanes ? tileColumns : TKernel.Lanes;
            T* panel = panels + (long)column * Depth;
            for (int row = 0; row < rows; row++)
                for (int place = 0; place < places; place++)
                {
                    T* first = band + row * height.Stride * line + place * width.Stride * part.Examples;
                    T* target = SumsAt(sums, row, place) + column;
                    for (int tile = 0; tile < tiles; tile++)
                    {
                        int start = RowTiles<T, TKernel>.Start(joint, tile, tiles);
                        TileProduct<T, TKernel>.Run(
                            RowTiles<T, TKernel>.Start(joint, tile + 1, tiles) - start, count, tapColumns, tapRows,
                            first + start, 1, width.Dilation * part.Examples, height.Dilation * line,
                            panel, step, target + (long)start * shape.Filters, shape.Filters, accumulate: true);
                    }
                }
        }
    }

    private T* SumsAt(T* sums, int row, int place)
    {
        long line = ((long)part.Group * shape.Axes[0].Outputs + part.Plane) * shape.Axes[1].Outputs + height.FirstOutput + (long)(firstRow + row) * height.OutputStep;
        long pixel = line * shape.Axes[2].Outputs + width.FirstOutput + (long)place * width.OutputStep;
        return sums + (pixel * shape.Batch + part.FirstExample) * shape.Filters;
    }
}
