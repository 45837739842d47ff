namespace Tangent.Kernels;

/// <summary>
/// The product of two matrices in three levels of blocks (Goto and van de Geijn, "Anatomy of high-performance matrix
/// multiplication", 2008): blocks of x and y are packed into the order in which the micro-kernel reads them.
/// </summary>
internal readonly unsafe ref struct BlockedProduct<T, TKernel, TStorage>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    // The side of the blocks of output whose sums are kept aside until they are finished.
    private const int SideAside = 1024;

    // Sums that are finished at a time: they stay in the second cache. Their columns are a multiple of every tile's.
    private const int FinishedElements = 128 * 1024;
    private const int WidestTile = 128;

    private readonly StridedMatrix x;
    private readonly StridedMatrix y;
    private readonly T* sums;
    private readonly long stride;
    private readonly ProductTarget target;
    private readonly Blocking blocking;
    private readonly ProductScratch scratch = ProductScratch.Current;

    private BlockedProduct(in StridedMatrix x, in StridedMatrix y, T* sums, long stride, in ProductTarget target)
    {
        this.x = x;
        this.y = y;
        this.sums = sums;
        this.stride = stride;
        this.target = target;
        int parts = TStorage.Parts;
        blocking = Blocking.For(x.Rows, (long)x.Columns * parts, (long)y.Columns * parts, sizeof(T), parts, 2 * TKernel.Lanes);
    }

    /// <summary>target = x·y.</summary>
    public static void Run(in StridedMatrix x, in StridedMatrix y, in ProductTarget target)
    {
        if (TStorage.HoldsSums && target.HoldsSums)
            new BlockedProduct<T, TKernel, TStorage>(x, y, (T*)target.Pointer, (long)target.Stride * TStorage.Parts, target).Run();
        else
            RunAside(x, y, target);
    }

    private static void RunAside(in StridedMatrix x, in StridedMatrix y, in ProductTarget target)
    {
        for (long column = 0; column < y.Columns; column += SideAside)
        {
            int columns = (int)Math.Min(SideAside, y.Columns - column);
            long stride = (long)columns * TStorage.Parts;
            StridedMatrix strip = y.Block(0, y.Rows, column, columns, TStorage.Size);
            for (long row = 0; row < x.Rows; row += SideAside)
            {
                int rows = (int)Math.Min(SideAside, x.Rows - row);
                T* sums = ProductScratch.Current.Sums.Take<T>(rows * stride);
                StridedMatrix blockOfX = x.Block(row, rows, 0, x.Columns, TStorage.Size);
                new BlockedProduct<T, TKernel, TStorage>(blockOfX, strip, sums, stride, target.From(row, column)).Run();
            }
        }
    }

    private void Run()
    {
        int step = blocking.Columns / TStorage.Parts;
        for (long column = 0; column < y.Columns; column += step)
            SumStrip(column, (int)Math.Min(step, y.Columns - column));
    }

    private void SumStrip(long column, int columns)
    {
        int step = blocking.Depth / TStorage.Parts;
        for (long start = 0; start < x.Columns; start += step)
        {
            int depth = (int)Math.Min(step, x.Columns - start), steps = depth * TStorage.Parts;
            bool finishes = start + depth == x.Columns && target.NeedsFinish(TStorage.HoldsSums);
            T* packedY = Packer<T, TKernel, TStorage>.PackY(y.Block(start, depth, column, columns, TStorage.Size), scratch.Y);
            for (long row = 0; row < x.Rows; row += blocking.Rows)
            {
                StridedMatrix blockOfX = x.Block(row, (int)Math.Min(blocking.Rows, x.Rows - row), start, depth, TStorage.Size);
                var panelsOfX = Panels<T>.Packed(Packer<T, TKernel, TStorage>.PackX(blockOfX, scratch.X), steps);
                T* blockOfSums = sums + row * stride + column * TStorage.Parts;
                if (finishes)
                    SumAndFinish(panelsOfX, blockOfX.Rows, steps, packedY, columns, blockOfSums, start > 0, target.From(row, column));
                else
                    new PanelProduct<T, TKernel>(panelsOfX, blockOfX.Rows, steps, Panels<T>.Packed(packedY, steps))
                        .Run(blockOfSums, stride, columns * TStorage.Parts, start > 0);
            }
        }
    }

    // Some columns at a time, so that their sums are finished while they are in the second cache.
    private void SumAndFinish(
        in Panels<T> x, int rows, int depth, T* y, int columns, T* sums, bool accumulate, in ProductTarget target)
    {
        int width = (long)rows * columns <= FinishedElements ? columns : Math.Max(1, FinishedElements / rows / WidestTile) * WidestTile;
        for (int column = 0; column < columns; column += width)
        {
            int count = Math.Min(width, columns - column), first = column * TStorage.Parts;
            new PanelProduct<T, TKernel>(x, rows, depth, Panels<T>.Packed(y + (long)first * depth, depth))
                .Run(sums + first, stride, count * TStorage.Parts, accumulate);
            target.From(0, column).Finish<T, TStorage>(sums + first, stride, rows, count);
        }
    }
}
