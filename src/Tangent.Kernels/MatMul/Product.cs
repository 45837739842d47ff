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

    /// <summary>output = x·y, where rows of the output are <paramref name="outputStride"/> elements apart.</summary>
    public static void Run(MatrixView x, MatrixView y, byte* output, long outputStride)
    {
        if (RunInPlace(x, y, (T*)output, outputStride))
            return;
        bool narrow = y.Columns <= Math.Min(NarrowColumns, x.Rows) && (y.Columns == 1 || outputStride == y.Columns);
        if (!narrow || !RunTransposed(x, y, (T*)output, outputStride))
            BlockedProduct<T, MicroKernel<T, TVector, TSimd>, TStorage>.Run(x, y, output, outputStride);
    }

    private static bool RunTransposed(MatrixView x, MatrixView y, T* output, long outputStride)
    {
        if (y.Columns == 1 && outputStride == 1)
            return RunInPlace(y.Transposed, x.Transposed, output, x.Rows);
        T* transposed = ProductScratch.Current.Sums.Take<T>((long)x.Rows * y.Columns);
        if (!RunInPlace(y.Transposed, x.Transposed, transposed, x.Rows))
            return false;
        PanelTransposition<T>.Run(transposed, x.Rows, y.Columns, x.Rows, (int)outputStride, output);
        return true;
    }

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
