using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>The sums of a block: in the output's memory where that may hold them, else aside until they are finished.</summary>
internal readonly unsafe struct BlockSums<T, TStorage>
    where T : unmanaged
    where TStorage : IStorage<T>
{
    private readonly ConvolutionShape shape;
    private readonly OutputBlock block;
    private readonly ProductTarget target;
    private readonly T* sums;

    public BlockSums(ConvolutionShape shape, in OutputBlock block, in ProductTarget whole)
    {
        (this.shape, this.block) = (shape, block);
        long pixel = (((long)block.Example * shape.Axes[0].Outputs + block.Plane) * shape.Axes[1].Outputs + block.FirstRow) * shape.Axes[2].Outputs + block.FirstColumn;
        target = whole.From(pixel * shape.Groups, 0);
        bool isInPlace = TStorage.HoldsSums && target.HoldsSums;
        LineStride = PixelStride * (isInPlace ? shape.Axes[2].Outputs : block.Columns);
        sums = isInPlace ? (T*)target.Pointer : ProductScratch.Current.Sums.Take<T>(block.Rows * LineStride);
    }

    /// <summary>Numbers from one row to the next.</summary>
    public long LineStride { get; }

    /// <summary>Numbers from one output to the next.</summary>
    public long PixelStride => shape.OutputPixel;

    /// <summary>The first sum of a part of the block, of a group's first filter.</summary>
    public T* At(in BlockPart part, int group)
    {
        long row = part.Height.FirstOutput + (long)part.FirstRow * part.Height.OutputStep - block.FirstRow;
        long column = part.Width.FirstOutput + (long)part.FirstColumn * part.Width.OutputStep - block.FirstColumn;
        return sums + row * LineStride + column * PixelStride + (long)group * shape.Filters;
    }

    /// <summary>Empty sums.</summary>
    public void Clear(in BlockPart part, int group)
    {
        T* first = At(part, group);
        for (int row = 0; row < part.Rows; row++)
            for (int column = 0; column < part.Columns; column++)
                NativeMemory.Clear(
                    first + row * part.Height.OutputStep * LineStride + column * part.Width.OutputStep * PixelStride, (nuint)shape.Filters * (nuint)sizeof(T));
    }

    /// <summary>Makes output of all sums.</summary>
    public void Finish()
    {
        if (!target.NeedsFinish(TStorage.HoldsSums))
            return;
        long line = (long)shape.Axes[2].Outputs * shape.Groups;
        bool isWhole = block.Columns == shape.Axes[2].Outputs;
        for (int row = 0; row < (isWhole ? 1 : block.Rows); row++)
            target.From(row * line, 0).Finish<T, TStorage>(
                sums + row * LineStride, shape.Filters, checked((isWhole ? block.Rows : 1) * block.Columns * shape.Groups), shape.Filters);
    }
}
