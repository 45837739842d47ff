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

    /// <summary>output = x·y, where rows of the output are <paramref name="outputStride"/> elements apart.</summary>
    public static void Run(MatrixView x, MatrixView y, byte* output, long outputStride)
    {
        bool isNarrow = y.Columns <= Math.Min(NarrowColumns, x.Rows) && outputStride == y.Columns;
        if (RunInPlace(x, y, (T*)output, outputStride))
            return;
        if (isNarrow && FitsInPlace(y.Transposed, x.Transposed))
            RunTransposed(x, y, (T*)output);
        else
            BlockedProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Run(x, y, output, outputStride);
    }

    private static void RunTransposed(MatrixView x, MatrixView y, T* output)
    {
        for (long row = 0; row < x.Rows; row += TransposedRows, output += (long)TransposedRows * y.Columns)
        {
            int rows = (int)Math.Min(TransposedRows, x.Rows - row);
            MatrixView wide = x.Block(row, rows, 0, x.Columns, sizeof(T)).Transposed;
            if (y.Columns == 1)
            {
                RunInPlace(y.Transposed, wide, output, rows);
                continue;
            }
            T* transposed = ProductScratch.Current.Sums.Take<T>((long)rows * y.Columns);
            RunInPlace(y.Transposed, wide, transposed, rows);
            PanelTransposition<T>.Run(transposed, rows, y.Columns, rows, y.Columns, output);
        }
    }

    private static bool FitsInPlace(MatrixView x, MatrixView y) =>
        DotProduct<T, TVector, TSimd, TStorage>.Fits(x, y)
        || InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Fits(x, y);

    private static bool RunInPlace(MatrixView x, MatrixView y, T* output, long outputStride)
    {
        if (DotProduct<T, TVector, TSimd, TStorage>.Fits(x, y))
            DotProduct<T, TVector, TSimd, TStorage>.Run(x, y, output, outputStride);
        else if (InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Fits(x, y))
            InPlaceProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Run(x, y, output, outputStride);
        else
            return false;
        return true;
    }
}
