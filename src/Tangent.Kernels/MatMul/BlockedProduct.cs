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
    private readonly MatrixView x;
    private readonly MatrixView y;
    private readonly byte* output;
    private readonly long outputStride;
    private readonly Blocking blocking;
    private readonly ProductScratch scratch = ProductScratch.Current;

    private BlockedProduct(MatrixView x, MatrixView y, byte* output, long outputStride)
    {
        (this.x, this.y, this.outputStride) = (x, y, outputStride);
        this.output = output;
        int parts = TStorage.Parts;
        blocking = Blocking.For(x.Rows, x.Columns * parts, y.Columns * parts, sizeof(T), parts, TileColumns);
    }

    private static int TileColumns => 2 * TKernel.Lanes;

    /// <summary>output = x·y, where rows of the output are <paramref name="outputStride"/> elements apart.</summary>
    public static void Run(MatrixView x, MatrixView y, byte* output, long outputStride) =>
        new BlockedProduct<T, TKernel, TStorage>(x, y, output, outputStride).Run();

    private void Run()
    {
        int step = blocking.Columns / TStorage.Parts;
        for (int column = 0; column < y.Columns; column += step)
        {
            int columns = Math.Min(step, y.Columns - column);
            byte* strip = output + (long)column * TStorage.Size;
            if (TStorage.HoldsSums)
                SumStrip(column, columns, (T*)strip, outputStride * TStorage.Parts);
            else
                SumStripAside(column, columns, strip);
        }
    }

    private void SumStripAside(int column, int columns, byte* strip)
    {
        T* sums = scratch.Sums.Take<T>((long)x.Rows * columns);
        SumStrip(column, columns, sums, columns);
        for (int i = 0; i < x.Rows; i++)
            TStorage.Narrow(sums + (long)i * columns, strip + i * outputStride * TStorage.Size, columns);
    }

    private void SumStrip(int column, int columns, T* sums, long stride)
    {
        int step = blocking.Depth / TStorage.Parts;
        for (int start = 0; start < x.Columns; start += step)
        {
            int depth = Math.Min(step, x.Columns - start);
            T* packedY = Packer<T, TKernel, TStorage>.PackY(y.Block(start, depth, column, columns, TStorage.Size), scratch.Y);
            for (int row = 0; row < x.Rows; row += blocking.Rows)
            {
                MatrixView blockOfX = x.Block(row, Math.Min(blocking.Rows, x.Rows - row), start, depth, TStorage.Size);
                T* packedX = Packer<T, TKernel, TStorage>.PackX(blockOfX, scratch.X);
                int steps = depth * TStorage.Parts;
                var block = new PanelProduct<T, TKernel>(
                    packedX, blockOfX.Rows, steps, PanelsOfY<T>.Packed(packedY, steps));
                block.Run(sums + row * stride, stride, columns * TStorage.Parts, start > 0);
            }
        }
    }
}
