namespace Tangent.Kernels;

/// <summary>
/// The product of a matrix of few rows with a quantised one: parts of some of its rows become numbers in the first cache, where the micro-kernel
/// reads them.
/// </summary>
internal static unsafe class QuantizedRows<TVector, TSimd, V, TStorage>
    where TVector : unmanaged
    where TSimd : ISimd<float, TVector>
    where V : unmanaged, ILanes<V, float>
    where TStorage : IStorage<float>
{
    private const int RowsAtOnce = 8;
    private const int ColumnsAtOnce = 1024;

    /// <summary>The first columns of target = x·w, where they are columns of w from one on.</summary>
    public static void Run(StridedMatrix x, in QuantizedMatrix w, long column, int columns, in ProductTarget target)
    {
        bool inPlace = TStorage.HoldsSums && target.HoldsSums;
        float* sums = inPlace ? (float*)target.Pointer : ProductScratch.Current.Sums.Take<float>((long)x.Rows * columns);
        long stride = inPlace ? target.Stride : columns;
        float* numbers = QuantizationScratch.Current.Rows.Take<float>(RowsAtOnce * ColumnsAtOnce);
        for (int row = 0; row < w.Rows; row += RowsAtOnce)
        {
            int depth = Math.Min(RowsAtOnce, w.Rows - row);
            StridedMatrix block = x.Block(0, x.Rows, row, depth, TStorage.Size);
            var panels = Panels<float>.Packed(Packer<float, MicroKernel<float, TVector, TSimd>, TStorage>.PackX(block, ProductScratch.Current.X), depth);
            for (int first = 0; first < columns; first += ColumnsAtOnce)
            {
                int count = Math.Min(ColumnsAtOnce, columns - first);
                for (int i = 0; i < depth; i++)
                    QuantizedRow<TVector, TSimd, V>.Read(w, row + i, column + first, count, numbers + i * ColumnsAtOnce);
                new PanelProduct<float, MicroKernel<float, TVector, TSimd>>(panels, x.Rows, depth, Panels<float>.InPlace(numbers, 1, ColumnsAtOnce))
                    .Run(sums + first, stride, count, row > 0);
            }
        }
        if (target.NeedsFinish(TStorage.HoldsSums))
            target.Finish<float, TStorage>(sums, stride, x.Rows, columns);
    }
}
