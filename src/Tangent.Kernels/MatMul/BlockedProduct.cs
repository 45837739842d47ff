namespace Tangent.Kernels;

/// <summary>
/// The product of two matrices in three levels of blocks (Goto and van de Geijn, "Anatomy of high-performance matrix
/// multiplication", 2008): blocks of x and y are packed into the order in which the micro-kernel reads them. Threads pack a
/// block of y together, then take blocks of x in turn, each to multiply with all of it.
/// </summary>
internal readonly unsafe struct BlockedProduct<T, TKernel, TStorage>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    // The side of the blocks of output whose sums are kept aside until they are finished.
    private const int SideAside = 1024;

    // Sums that are finished at a time: they stay in the second cache.
    private const int FinishedElements = 128 * 1024;

    // A multiple of the columns of every tile.
    private const int WidestTile = 128;

    // Numbers of y that are worth a thread's while to pack.
    private const int PackedByThread = 16 * 1024;

    // Tiles of rows that are worth a packed block of their own.
    private const int TilesByThread = 3;

    private readonly MatrixView x;
    private readonly MatrixView y;
    private readonly ProductTarget target;
    private readonly T* sums;
    private readonly long stride;
    private readonly int threads;
    private readonly Blocking blocking;

    private BlockedProduct(MatrixView x, MatrixView y, T* sums, long stride, ProductTarget target, int threads)
    {
        (this.x, this.y, this.target, this.threads) = (x, y, target, threads);
        this.sums = sums;
        this.stride = stride;
        int parts = TStorage.Parts;
        blocking = Blocking.For(x.Rows, (long)x.Columns * parts, (long)y.Columns * parts, sizeof(T), parts, 2 * TKernel.Lanes);
    }

    /// <summary>target = x·y by so many threads.</summary>
    public static void Run(MatrixView x, MatrixView y, ProductTarget target, int threads)
    {
        if (TStorage.HoldsSums && target.HoldsSums)
            new BlockedProduct<T, TKernel, TStorage>(x, y, (T*)target.Pointer, (long)target.Stride * TStorage.Parts, target, threads).Run();
        else
            RunAside(x, y, target, threads);
    }

    private static void RunAside(MatrixView x, MatrixView y, ProductTarget target, int threads)
    {
        for (long column = 0; column < y.Columns; column += SideAside)
        {
            int columns = (int)Math.Min(SideAside, y.Columns - column);
            MatrixView strip = y.Block(0, y.Rows, column, columns, TStorage.Size);
            for (long row = 0; row < x.Rows; row += SideAside)
            {
                int rows = (int)Math.Min(SideAside, x.Rows - row);
                long stride = (long)columns * TStorage.Parts;
                T* sums = ProductScratch.Current.Sums.Take<T>(rows * stride);
                MatrixView blockOfX = x.Block(row, rows, 0, x.Columns, TStorage.Size);
                new BlockedProduct<T, TKernel, TStorage>(blockOfX, strip, sums, stride, target.From(row, column), threads).Run();
            }
        }
    }

    private void Run()
    {
        int columnStep = blocking.Columns / TStorage.Parts, depthStep = blocking.Depth / TStorage.Parts;
        for (long column = 0; column < y.Columns; column += columnStep)
        {
            int columns = (int)Math.Min(columnStep, y.Columns - column);
            for (long start = 0; start < x.Columns; start += depthStep)
            {
                int depth = (int)Math.Min(depthStep, x.Columns - start);
                MatrixView block = y.Block(start, depth, column, columns, TStorage.Size);
                T* packed = ProductScratch.Current.Y.Take<T>(Packer<T, TKernel, TStorage>.LengthOfY(block));
                var step = new Step(column, columns, start, depth, packed);
                if (threads > 1)
                {
                    RunParallel(this, step, block);
                    continue;
                }
                Packer<T, TKernel, TStorage>.PackY(block, packed, 0, Packer<T, TKernel, TStorage>.PanelsOfY(block));
                AddRows(step, 0, x.Rows, 0, columns);
            }
        }
    }

    private static void RunParallel(BlockedProduct<T, TKernel, TStorage> product, Step step, MatrixView block)
    {
        int panels = Packer<T, TKernel, TStorage>.PanelsOfY(block);
        long grain = Math.Max(1, panels * (long)PackedByThread / Packer<T, TKernel, TStorage>.LengthOfY(block));
        Workers.For(panels, grain, (first, end) => Packer<T, TKernel, TStorage>.PackY(block, step.PackedY, (int)first, (int)end));

        int tiles = RowTiles<T, TKernel>.Count(product.x.Rows);
        int parts = product.threads * Workers.PartsPerThread;
        int rowParts = Math.Clamp(tiles / TilesByThread, 1, parts);
        int columnParts = rowParts >= 2 * product.threads ? 1 : Math.Clamp(2 * product.threads / rowParts, 1, (panels + 3) / 4);
        Workers.For((long)rowParts * columnParts, 1, (first, end) =>
        {
            for (long part = first; part < end; part++)
            {
                (long rowPart, long columnPart) = Math.DivRem(part, columnParts);
                int row = RowTiles<T, TKernel>.Start(product.x.Rows, (int)(tiles * rowPart / rowParts), tiles);
                int rowEnd = RowTiles<T, TKernel>.Start(product.x.Rows, (int)(tiles * (rowPart + 1) / rowParts), tiles);
                int column = product.Column(panels * columnPart / columnParts, step), columnEnd = product.Column(panels * (columnPart + 1) / columnParts, step);
                product.AddRows(step, row, rowEnd, column, columnEnd);
            }
        });
    }

    private int Column(long panel, Step step) => (int)Math.Min(step.Columns, panel * (2 * TKernel.Lanes / TStorage.Parts));

    // Some rows of x, packed block by block, times some columns of the packed block of y, from a panel's first on.
    private void AddRows(Step step, int row, int rowEnd, int column, int columnEnd)
    {
        int depth = step.Depth * TStorage.Parts;
        bool finishes = step.Start + step.Depth == x.Columns && target.NeedsFinish(TStorage.HoldsSums);
        for (; row < rowEnd; row += blocking.Rows)
        {
            int rows = Math.Min(blocking.Rows, rowEnd - row);
            MatrixView blockOfX = x.Block(row, rows, step.Start, step.Depth, TStorage.Size);
            T* packedX = Packer<T, TKernel, TStorage>.PackX(blockOfX, ProductScratch.Current.X);
            var block = new PanelProduct<T, TKernel>(Panels<T>.Packed(packedX, depth), rows, depth, Panels<T>.Packed(step.PackedY, depth));
            T* rowsOfSums = sums + row * stride + step.Column * TStorage.Parts;
            int width = finishes ? Math.Max(1, FinishedElements / rows / WidestTile) * WidestTile : columnEnd - column;
            for (int first = column; first < columnEnd; first += width)
            {
                int count = Math.Min(width, columnEnd - first);
                block.Run(rowsOfSums, stride, first * TStorage.Parts, count * TStorage.Parts, step.Start > 0);
                if (finishes)
                    target.From(row, step.Column + first).Finish<T, TStorage>(rowsOfSums + first * TStorage.Parts, stride, rows, count);
            }
        }
    }

    /// <summary>A block of y: its columns, its part of the depth, and where it is packed.</summary>
    private readonly record struct Step(long Column, int Columns, long Start, int Depth, nint Packed)
    {
        public Step(long column, int columns, long start, int depth, T* packed)
            : this(column, columns, start, depth, (nint)packed)
        {
        }

        public T* PackedY => (T*)Packed;
    }
}
