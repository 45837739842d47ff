namespace Tangent.Kernels;

/// <summary>The product of two matrices, by the method that suits their sizes and strides.</summary>
internal static unsafe class Product<T, TVector, TSimd, TStorage>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
    where TStorage : IStorage<T>
{
    // The most columns of a tall product that is computed as the transpose of a wide one.
    private const int NarrowColumns = 14;

    // Rows of such a product at a time: few enough that the transpose stays in cache.
    private const int TransposedRows = 8192;

    // Where sums wait for an epilogue, so many at a time: they stay in the second cache.
    private const int FinishedElements = 128 * 1024;

    /// <summary>The method that suits a product; its parts go the same, since another would round otherwise.</summary>
    public static ProductMethod MethodOf(StridedMatrix x, StridedMatrix y, long outputStride)
    {
        ProductAlgorithm algorithm = AlgorithmOf(x, y);
        bool isNarrow = y.Columns <= Math.Min(NarrowColumns, x.Rows) && outputStride == y.Columns;
        if (algorithm != ProductAlgorithm.Blocked || !isNarrow)
            return new(algorithm, false, InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.DepthStep(y));
        algorithm = AlgorithmOf(y.Transposed, x.Transposed);
        return new(algorithm, true, InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.DepthStep(x.Transposed));
    }

    /// <summary>target = x·y.</summary>
    public static void Run(StridedMatrix x, StridedMatrix y, ProductTarget target, ProductMethod method)
    {
        if (method.Algorithm == ProductAlgorithm.Blocked)
            BlockedProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Run(x, y, target);
        else if (target.NeedsFinish(TStorage.HoldsSums))
            RunAndFinish(x, y, target, method);
        else
            RunUnpacked(x, y, (T*)target.Pointer, target.Stride, method);
    }

    private static void RunAndFinish(in StridedMatrix x, in StridedMatrix y, in ProductTarget target, ProductMethod method)
    {
        int height = Math.Min(x.Rows, method.IsTransposed ? TransposedRows : FinishedElements / 256);
        int width = Math.Min(y.Columns, FinishedElements / Math.Min(height, 256));
        for (int row = 0; row < x.Rows; row += height)
        {
            int rows = Math.Min(height, x.Rows - row);
            StridedMatrix blockOfX = x.Block(row, rows, 0, x.Columns, TStorage.Size);
            for (int column = 0; column < y.Columns; column += width)
            {
                int columns = Math.Min(width, y.Columns - column);
                ProductTarget block = target.From(row, column);
                T* sums = target.HoldsSums ? (T*)block.Pointer : ProductScratch.Current.Sums.Take<T>((long)rows * columns);
                long stride = target.HoldsSums ? target.Stride : columns;
                RunUnpacked(blockOfX, y.Block(0, y.Rows, column, columns, TStorage.Size), sums, stride, method);
                block.Finish<T, TStorage>(sums, stride, rows, columns);
            }
        }
    }

    private static ProductAlgorithm AlgorithmOf(StridedMatrix x, StridedMatrix y) =>
        DotProduct<T, TVector, TSimd, TStorage>.Fits(x, y) ? ProductAlgorithm.Dot
        : InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Fits(x, y) ? ProductAlgorithm.InPlace
        : ProductAlgorithm.Blocked;

    private static void RunUnpacked(StridedMatrix x, StridedMatrix y, T* sums, long stride, ProductMethod method)
    {
        if (method.IsTransposed)
            RunTransposed(x, y, sums, method with { IsTransposed = false });
        else if (method.Algorithm == ProductAlgorithm.Dot)
            DotProduct<T, TVector, TSimd, TStorage>.Run(x, y, sums, stride);
        else
            InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Run(x, y, sums, stride, method.DepthStep);
    }

    private static void RunTransposed(StridedMatrix x, StridedMatrix y, T* sums, ProductMethod method)
    {
        for (long row = 0; row < x.Rows; row += TransposedRows, sums += (long)TransposedRows * y.Columns)
        {
            int rows = (int)Math.Min(TransposedRows, x.Rows - row);
            StridedMatrix wide = x.Block(row, rows, 0, x.Columns, sizeof(T)).Transposed;
            if (y.Columns == 1)
            {
                RunUnpacked(y.Transposed, wide, sums, rows, method);
                continue;
            }
            T* transposed = ProductScratch.Current.Transposed.Take<T>((long)rows * y.Columns);
            RunUnpacked(y.Transposed, wide, transposed, rows, method);
            PanelTransposition<T>.Run(transposed, rows, y.Columns, rows, y.Columns, sums);
        }
    }
}
