namespace Tangent.Kernels;

/// <summary>Packs blocks of the operands panel by panel.</summary>
internal static unsafe class Packer<T, TKernel, TStorage>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
    where TStorage : IStorage<T>
{
    private const int SideBySide = 16;

    /// <summary>Packs a block of x, one panel for each tile of rows.</summary>
    public static T* PackX(MatrixView block, GrowingMemory memory)
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

    /// <summary>Numbers in a packed block of y, whose last panel is filled up to a full vector.</summary>
    public static long LengthOfY(MatrixView block) => (long)PaddedColumns(block) * block.Rows * TStorage.Parts;

    /// <summary>The panels of a block of y, one for each tile of columns.</summary>
    public static int PanelsOfY(MatrixView block) => (PaddedColumns(block) + TileColumns - 1) / TileColumns;

    /// <summary>Packs some panels of a block of y to their places in its packed form.</summary>
    public static void PackY(MatrixView block, T* packed, int firstPanel, int endPanel)
    {
        int depth = block.Rows * TStorage.Parts;
        int columns = block.Columns * TStorage.Parts;
        int padded = PaddedColumns(block);
        int step = DepthStep(block.ColumnStride, block.Rows);
        for (int start = 0; start < block.Rows; start += step)
        {
            int count = Math.Min(step, block.Rows - start);
            for (int column = firstPanel * TileColumns; column < Math.Min(padded, (long)endPanel * TileColumns); column += TileColumns)
            {
                int width = Math.Min(TileColumns, padded - column);
                int stored = Math.Min(width, columns - column) / TStorage.Parts;
                T* panel = packed + (long)column * depth + (long)width * TStorage.Parts * start;
                TStorage.PackY(block.Block(start, count, column / TStorage.Parts, stored, TStorage.Size), width, panel);
            }
        }
    }

    private static int TileColumns => 2 * TKernel.Lanes;

    private static int PaddedColumns(MatrixView block) =>
        checked((block.Columns * TStorage.Parts + TKernel.Lanes - 1) / TKernel.Lanes * TKernel.Lanes);

    // Where panels lie side by side in memory, a few steps of the depth are packed for all of them before the next few:
    // a panel alone would touch a new page at each step.
    private static int DepthStep(long strideAlongPanels, int depth) => strideAlongPanels == 1 ? SideBySide : depth;
}
