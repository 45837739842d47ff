namespace Tangent.Kernels;

/// <summary>The product of two matrices, by the way that suits their sizes and strides.</summary>
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

    /// <summary>The way that suits a product; its parts go the same, since another would round otherwise.</summary>
    public static ProductManner MannerOf(MatrixView x, MatrixView y, long outputStride)
    {
        ProductWay way = WayOf(x, y);
        bool isNarrow = y.Columns <= Math.Min(NarrowColumns, x.Rows) && outputStride == y.Columns;
        if (way != ProductWay.Blocked || !isNarrow)
            return new(way, false, InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.DepthStep(y));
        way = WayOf(y.Transposed, x.Transposed);
        return new(way, true, InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.DepthStep(x.Transposed));
    }

    /// <summary>output = x·y, where rows of the output are <paramref name="outputStride"/> elements apart.</summary>
    public static void Run(MatrixView x, MatrixView y, byte* output, long outputStride, ProductManner manner)
    {
        if (manner.Way == ProductWay.Blocked)
            BlockedProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Run(x, y, output, outputStride);
        else if (manner.IsTransposed)
            RunTransposed(x, y, (T*)output, manner);
        else
            RunUnpacked(x, y, (T*)output, outputStride, manner);
    }

    private static void RunTransposed(MatrixView x, MatrixView y, T* output, ProductManner manner)
    {
        for (long row = 0; row < x.Rows; row += TransposedRows, output += (long)TransposedRows * y.Columns)
        {
            int rows = (int)Math.Min(TransposedRows, x.Rows - row);
            MatrixView wide = x.Block(row, rows, 0, x.Columns, sizeof(T)).Transposed;
            if (y.Columns == 1)
            {
                RunUnpacked(y.Transposed, wide, output, rows, manner);
                continue;
            }
            T* transposed = ProductScratch.Current.Sums.Take<T>((long)rows * y.Columns);
            RunUnpacked(y.Transposed, wide, transposed, rows, manner);
            PanelTransposition<T>.Run(transposed, rows, y.Columns, rows, y.Columns, output);
        }
    }

    private static ProductWay WayOf(MatrixView x, MatrixView y) =>
        DotProduct<T, TVector, TSimd, TStorage>.Fits(x, y) ? ProductWay.Dot
        : InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Fits(x, y) ? ProductWay.InPlace
        : ProductWay.Blocked;

    private static void RunUnpacked(MatrixView x, MatrixView y, T* output, long outputStride, ProductManner manner)
    {
        if (manner.Way == ProductWay.Dot)
            DotProduct<T, TVector, TSimd, TStorage>.Run(x, y, output, outputStride);
        else
            InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Run(x, y, output, outputStride, manner.DepthStep);
    }
}
