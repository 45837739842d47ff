namespace Tangent.Kernels;

/// <summary>
/// The product of a matrix of few rows, or of any two that the second cache holds, with a matrix whose rows are contiguous.
/// Packing would cost more than it saves, so the micro-kernel reads y where it lies, and x too where both are small.
/// </summary>
internal static unsafe class InPlaceProduct<T, TKernel, TStorage>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    private const int MaxTiles = 5;

    // Two operands of this span, and the output, lie in the second cache.
    private const int BytesOfSmall = 256 * 1024;
    private const int DepthOfSmallY = 384;

    // So few rows of y at a time that the processor follows each as a stream through memory.
    private const int DepthOfLargeY = 16;

    public static bool Fits(StridedMatrix x, StridedMatrix y) =>
        TStorage.HoldsSums && TStorage.Parts == 1 && y.ColumnStride == 1
        && (RowTiles<T, TKernel>.Count(x.Rows) <= MaxTiles || (y.Columns >= TKernel.Lanes && AreSmall(x, y)));

    /// <summary>The rows of y to take at a time.</summary>
    public static int DepthStep(StridedMatrix y) => Bytes(y) <= BytesOfSmall ? DepthOfSmallY : DepthOfLargeY;

    /// <summary>output = x·y, where rows of the output are <paramref name="stride"/> elements apart.</summary>
    public static void Run(StridedMatrix x, StridedMatrix y, T* output, long stride, int step)
    {
        ProductScratch scratch = ProductScratch.Current;
        bool areSmall = AreSmall(x, y);
        bool areFar = Prefetch.IsWorthwhile(Bytes(y));
        int whole = y.Columns / TKernel.Lanes * TKernel.Lanes;
        for (long start = 0; start < x.Columns; start += step)
        {
            int depth = (int)Math.Min(step, x.Columns - start);
            StridedMatrix blockOfX = x.Block(0, x.Rows, start, depth, sizeof(T));
            Panels<T> panelsOfX = areSmall
                ? Panels<T>.InPlace((T*)blockOfX.Pointer, x.RowStride, x.ColumnStride)
                : Panels<T>.Packed(Packer<T, TKernel, TStorage>.PackX(blockOfX, scratch.X), depth);
            if (whole > 0)
            {
                Panels<T> columnsOfY = Panels<T>.InPlace((T*)y.Pointer + start * y.RowStride, 1, y.RowStride, areFar);
                new PanelProduct<T, TKernel>(panelsOfX, x.Rows, depth, columnsOfY).Run(output, stride, whole, start > 0);
            }
            if (whole == y.Columns)
                continue;
            StridedMatrix rest = y.Block(start, depth, whole, y.Columns - whole, sizeof(T));
            T* packedY = Packer<T, TKernel, TStorage>.PackY(rest, scratch.Y);
            new PanelProduct<T, TKernel>(panelsOfX, x.Rows, depth, Panels<T>.Packed(packedY, depth))
                .Run(output + whole, stride, rest.Columns, start > 0);
        }
    }

    private static double Bytes(StridedMatrix y) => (double)y.Rows * y.Columns * sizeof(T);

    private static bool AreSmall(StridedMatrix x, StridedMatrix y) =>
        Math.Max(x.Span, y.Span) * sizeof(T) <= BytesOfSmall;
}
