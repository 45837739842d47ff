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
    // The side of the blocks of output whose sums are kept aside until they are rounded.
    private const int SideAside = 1024;

    private readonly MatrixView x;
    private readonly MatrixView y;
    private readonly Blocking blocking;
    private readonly ProductScratch scratch = ProductScratch.Current;

    private BlockedProduct(MatrixView x, MatrixView y)
    {
        (this.x, this.y) = (x, y);
        int parts = TStorage.Parts;
        blocking = Blocking.For(x.Rows, (long)x.Columns * parts, (long)y.Columns * parts, sizeof(T), parts, TileColumns);
    }

    private static int TileColumns => 2 * TKernel.Lanes;

    /// <summary>output = x·y, where rows of the output are <paramref name="outputStride"/> elements apart.</summary>
    public static void Run(MatrixView x, MatrixView y, byte* output, long outputStride)
    {
        if (TStorage.HoldsSums)
            new BlockedProduct<T, TKernel, TStorage>(x, y).Run((T*)output, outputStride * TStorage.Parts);
        else
            RunAside(x, y, output, outputStride);
    }

    private static void RunAside(MatrixView x, MatrixView y, byte* output, long outputStride)
    {
        for (long column = 0; column < y.Columns; column += SideAside)
        {
            int columns = (int)Math.Min(SideAside, y.Columns - column);
            MatrixView strip = y.Block(0, y.Rows, column, columns, TStorage.Size);
            for (long row = 0; row < x.Rows; row += SideAside)
            {
                int rows = (int)Math.Min(SideAside, x.Rows - row);
                T* sums = ProductScratch.Current.Sums.Take<T>((long)rows * columns);
                new BlockedProduct<T, TKernel, TStorage>(x.Block(row, rows, 0, x.Columns, TStorage.Size), strip).Run(sums, columns);
                byte* block = output + (row * outputStride + column) * TStorage.Size;
                for (int i = 0; i < rows; i++)
                    TStorage.Narrow(sums + (long)i * columns, block + i * outputStride * TStorage.Size, columns);
            }
        }
    }

    private void Run(T* sums, long stride)
    {
        int step = blocking.Columns / TStorage.Parts;
        for (long column = 0; column < y.Columns; column += step)
            SumStrip(column, (int)Math.Min(step, y.Columns - column), sums + column * TStorage.Parts, stride);
    }

    private void SumStrip(long column, int columns, T* sums, long stride)
    {
        int step = blocking.Depth / TStorage.Parts;
        for (long start = 0; start < x.Columns; start += step)
        {
            int depth = (int)Math.Min(step, x.Columns - start);
            T* packedY = Packer<T, TKernel, TStorage>.PackY(y.Block(start, depth, column, columns, TStorage.Size), scratch.Y);
            for (long row = 0; row < x.Rows; row += blocking.Rows)
            {
                MatrixView blockOfX = x.Block(row, (int)Math.Min(blocking.Rows, x.Rows - row), start, depth, TStorage.Size);
                T* packedX = Packer<T, TKernel, TStorage>.PackX(blockOfX, scratch.X);
                int steps = depth * TStorage.Parts;
                var block = new PanelProduct<T, TKernel>(
                    PanelsOfX<T>.Packed(packedX, steps), blockOfX.Rows, steps, PanelsOfY<T>.Packed(packedY, steps));
                block.Run(sums + row * stride, stride, columns * TStorage.Parts, start > 0);
            }
        }
    }
}
