namespace Tangent.Kernels;

/// <summary>Packs blocks of the operands panel by panel.</summary>
internal static unsafe class Packer<T, TKernel, TStorage>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    private const int SideBySide = 16;

    /// <summary>Packs a block of x, one panel for each tile of rows.</summary>
    public static T* PackX(StridedMatrix block, GrowingMemory memory)
    {
        int depth = block.Columns * TStorage.Parts;
        T* packed = memory.Take<T>((long)block.Rows * depth);
        int tiles = RowTiles<T, TKernel>.Count(block.Rows);
        int step = DepthStep(block.RowStride, block.Columns);
        for (int start = 0; start < block.Columns; start += step)
        {
            int count = Math.Min(step, block.Columns - start);
            for (int tile = 0; tile < tiles; tile++)
            {
                int row = RowTiles<T, TKernel>.Start(block.Rows, tile, tiles);
                int rows = RowTiles<T, TKernel>.Start(block.Rows, tile + 1, tiles) - row;
                T* panel = packed + (long)row * depth + (long)rows * TStorage.Parts * start;
                TStorage.PackX(block.Block(row, rows, start, count, TStorage.Size), panel);
            }
        }
        return packed;
    }

    /// <summary>Packs a block of y, one panel for each tile of columns, the last filled up to a full vector.</summary>
    public static T* PackY(StridedMatrix block, GrowingMemory memory)
    {
        int depth = block.Rows * TStorage.Parts;
        T* packed = memory.Take<T>((long)Padded(block.Columns * TStorage.Parts) * depth);
        PackY(block, packed, depth, 0);
        return packed;
    }

    /// <summary>The columns of packed panels: up to a full vector.</summary>
    public static int Padded(int columns) => checked((columns + TKernel.Lanes - 1) / TKernel.Lanes * TKernel.Lanes);

    /// <summary>Packs some rows into panels of the given depth, beginning at a step of it.</summary>
    public static void PackY(StridedMatrix block, T* packed, int depth, int first)
    {
        int columns = block.Columns * TStorage.Parts, padded = Padded(columns);
        int tileColumns = 2 * TKernel.Lanes;
        int step = DepthStep(block.ColumnStride, block.Rows);
        for (int start = 0; start < block.Rows; start += step)
        {
            int count = Math.Min(step, block.Rows - start);
            for (int column = 0; column < columns; column += tileColumns)
            {
                int width = Math.Min(tileColumns, padded - column);
                int stored = Math.Min(width, columns - column) / TStorage.Parts;
                T* panel = packed + (long)column * depth + (long)width * TStorage.Parts * (first + start);
                TStorage.PackY(block.Block(start, count, column / TStorage.Parts, stored, TStorage.Size), width, panel);
            }
        }
    }

    // Where panels lie side by side in memory, a few steps of the depth are packed for all of them before the next few:
    // a panel alone would touch a new page at each step.
    private static int DepthStep(long strideAlongPanels, int depth) => strideAlongPanels == 1 ? SideBySide : depth;
}
