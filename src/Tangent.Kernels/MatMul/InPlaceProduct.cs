namespace Tangent.Kernels;

/// <summary>
/// The product of a matrix of few rows with a matrix whose rows are contiguous. Packing y would cost more than it saves,
/// so the micro-kernel reads it where it lies.
/// </summary>
internal static unsafe class InPlaceProduct<T, TKernel, TStorage>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    private const int MaxTiles = 5;
    private const int SmallY = 256 * 1024;
    private const int DepthOfSmallY = 384;

    // So few rows of y at a time that the processor follows each as a stream through memory.
    private const int DepthOfLargeY = 16;

    public static bool Fits(MatrixView x, MatrixView y) =>
        TStorage.HoldsSums && TStorage.Parts == 1 && y.ColumnStride == 1 && RowTiles<T, TKernel>.Count(x.Rows) <= MaxTiles;

    /// <summary>output = x·y, where rows of the output are <paramref name="stride"/> elements apart.</summary>
    public static void Run(MatrixView x, MatrixView y, T* output, long stride)
    {
        ProductScratch scratch = ProductScratch.Current;
        double bytes = (double)y.Rows * y.Columns * sizeof(T);
        int step = bytes <= SmallY ? DepthOfSmallY : DepthOfLargeY;
        int whole = y.Columns / TKernel.Lanes * TKernel.Lanes;
        for (long start = 0; start < x.Columns; start += step)
        {
            int depth = (int)Math.Min(step, x.Columns - start);
            T* packedX = Packer<T, TKernel, TStorage>.PackX(x.Block(0, x.Rows, start, depth, sizeof(T)), scratch.X);
            T* rowsOfY = (T*)y.Pointer + start * y.RowStride;
            var inPlace = PanelsOfY<T>.InPlace(rowsOfY, y.RowStride, Prefetch.IsWorthwhile(bytes));
            new PanelProduct<T, TKernel>(packedX, x.Rows, depth, inPlace).Run(output, stride, whole, start > 0);
            if (whole == y.Columns)
                continue;
            MatrixView rest = y.Block(start, depth, whole, y.Columns - whole, sizeof(T));
            T* packedY = Packer<T, TKernel, TStorage>.PackY(rest, scratch.Y);
            new PanelProduct<T, TKernel>(packedX, x.Rows, depth, PanelsOfY<T>.Packed(packedY, depth))
                .Run(output + whole, stride, rest.Columns, start > 0);
        }
    }
}
