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

    // So many codes are a whole number of words and of vectors, whatever their bits.
    public int DepthStep => 32;

    // What is made of few bytes need not go far: it stays in the second cache.
    public int BlockBytes => 1024 * 1024;

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

    // The depth runs along the rows of the matrix: the words of a tile of them are turned, and so are their scales.
    private void PackRowsAsColumns(long start, int depth, long row, int rows, int padded, float* packed)
    {
        QuantizationScratch scratch = QuantizationScratch.Current;
        int size = w.Format.GroupSize, count = (depth * w.Format.Bits + 31) / 32;
        long group = start / size;
        int groups = (int)((start + depth - 1) / size - group + 1);
        float* words = scratch.Rows.Take<float>((long)TileColumns * count);
        float* scales = scratch.Scales.Take<float>(2L * TileColumns * groups), biases = scales + TileColumns * groups;
        for (int tile = 0; tile < rows; tile += TileColumns)
        {
            int height = Math.Min(TileColumns, rows - tile), width = Math.Min(TileColumns, padded - tile);
            PanelTransposition<float>.Run((float*)w.Codes(row + tile, start), w.WordStride, height, count, width, words);
            TurnScales(row + tile, group, groups, height, width, scales, biases);
            ColumnNumbers<TVector, TSimd, V>.Write(w.Format, words, scales, biases, width, (int)(start % size), depth, packed + (long)tile * depth);
        }
    }

    private void TurnScales(long row, long group, int groups, int height, int width, float* scales, float* biases)
    {
        int room = GroupScales<V>.Room(groups);
        float* source = QuantizationScratch.Current.RowScales.Take<float>(2L * room);
        new Span<float>(scales, groups * width).Clear();
        new Span<float>(biases, groups * width).Clear();
        for (int i = 0; i < height; i++)
        {
            GroupScales<V>.Read(w, row + i, group, groups, source, source + room);
            for (int g = 0; g < groups; g++)
            {
                scales[g * width + i] = source[g];
                biases[g * width + i] = source[room + g];
            }
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
