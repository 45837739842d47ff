namespace Tangent.Kernels;

/// <summary>
/// Some columns of a quantised matrix, or of its transpose, as the second operand of a product: its numbers exist in panels alone, a block
/// at a time.
/// </summary>
internal readonly unsafe struct QuantizedPanels<TVector, TSimd, V>(QuantizedMatrix w, bool isTransposed, long firstColumn, int columns) : IPanelSource<float>
    where TVector : unmanaged
    where TSimd : ISimd<float, TVector>
    where V : unmanaged, ILanes<V, float>
{
    // A part of some rows at a time, which stays in the first cache: its columns are a multiple of every tile's.
    private const int RowsAtOnce = 8;
    private const int ColumnsAtOnce = 512;

    private static int TileColumns => 2 * TSimd.Count;

    public int Columns => columns;

    // A multiple of 8 and of the lanes, and a divisor of every group.
    public int DepthStep => 16;

    public float* Pack(long start, int depth, long column, int columns, GrowingMemory memory)
    {
        int padded = checked((columns + TSimd.Count - 1) / TSimd.Count * TSimd.Count);
        float* packed = memory.Take<float>((long)padded * depth);
        if (isTransposed)
            PackRowsAsColumns(start, depth, firstColumn + column, columns, padded, packed);
        else
            PackRows(start, depth, firstColumn + column, columns, packed);
        return packed;
    }

    // The depth runs along the rows of the matrix: a tile of them is read, and turned.
    private void PackRowsAsColumns(long start, int depth, long row, int rows, int padded, float* packed)
    {
        float* numbers = QuantizationScratch.Current.Rows.Take<float>((long)TileColumns * depth);
        for (int tile = 0; tile < rows; tile += TileColumns)
        {
            int count = Math.Min(TileColumns, rows - tile), width = Math.Min(TileColumns, padded - tile);
            for (int i = 0; i < count; i++)
                QuantizedRow<TVector, TSimd, V>.Read(w, row + tile + i, start, depth, numbers + (long)i * depth);
            PanelTransposition<float>.Run(numbers, depth, count, depth, width, packed + (long)tile * depth);
        }
    }

    // The rows of the matrix are the steps of the depth: a part of a few is read, and spread over panels. A row is a whole number of vectors.
    private void PackRows(long start, int depth, long column, int columns, float* packed)
    {
        float* numbers = QuantizationScratch.Current.Rows.Take<float>(RowsAtOnce * ColumnsAtOnce);
        for (int first = 0; first < columns; first += ColumnsAtOnce)
        {
            int count = Math.Min(ColumnsAtOnce, columns - first);
            for (int step = 0; step < depth; step += RowsAtOnce)
            {
                int rows = Math.Min(RowsAtOnce, depth - step);
                for (int i = 0; i < rows; i++)
                    QuantizedRow<TVector, TSimd, V>.Read(w, start + step + i, column + first, count, numbers + i * ColumnsAtOnce);
                for (int tile = 0; tile < count; tile += TileColumns)
                {
                    int width = Math.Min(TileColumns, count - tile);
                    float* panel = packed + (long)(first + tile) * depth + (long)width * step;
                    for (int i = 0; i < rows; i++)
                        ShortRun.Copy(numbers + i * ColumnsAtOnce + tile, panel + i * width, width);
                }
            }
        }
    }
}
