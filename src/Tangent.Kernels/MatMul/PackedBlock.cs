using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>A packed block of x and a packed block of y, multiplied tile by tile.</summary>
internal readonly unsafe ref struct PackedBlock<T, TKernel>(T* x, T* y, int rows, int depth, int columns)
    where T : unmanaged
    where TKernel : IMicroKernel<T>
{
    /// <summary>The number of tiles that share the rows.</summary>
    public static int RowTiles(int rows) => (rows + TKernel.MaxRows - 1) / TKernel.MaxRows;

    /// <summary>The first row of a tile. Tiles differ by at most one row, so that none is too low to be fast.</summary>
    public static int RowStart(int rows, int tile, int tiles) => (int)((long)rows * tile / tiles);

    /// <summary>sums (+)= x·y, where rows of the sums are <paramref name="stride"/> numbers apart.</summary>
    public void Multiply(T* sums, long stride, bool accumulate)
    {
        int tileColumns = 2 * TKernel.Lanes;
        int tiles = RowTiles(rows);
        for (int column = 0; column < columns; column += tileColumns)
        {
            int width = Math.Min(tileColumns, columns - column);
            int vectors = (width + TKernel.Lanes - 1) / TKernel.Lanes;
            T* panel = y + (long)column * depth;
            for (int tile = 0; tile < tiles; tile++)
            {
                int row = RowStart(rows, tile, tiles);
                int height = RowStart(rows, tile + 1, tiles) - row;
                T* target = sums + row * stride + column;
                if (width == vectors * TKernel.Lanes)
                    TKernel.Run(height, vectors, depth, x + (long)row * depth, panel, width, target, stride, accumulate);
                else
                    MultiplyEdge(height, vectors, width, x + (long)row * depth, panel, target, stride, accumulate);
            }
        }
    }

    // The panel of y is padded to full vectors but the output is not: the tile goes by way of the stack.
    [SkipLocalsInit]
    private void MultiplyEdge(
        int height, int vectors, int width, T* panelOfX, T* panelOfY, T* target, long stride, bool accumulate)
    {
        int full = vectors * TKernel.Lanes;
        T* tile = stackalloc T[height * full];
        if (accumulate)
            Copy(target, stride, tile, full, height, width);
        TKernel.Run(height, vectors, depth, panelOfX, panelOfY, full, tile, full, accumulate);
        Copy(tile, full, target, stride, height, width);
    }

    private static void Copy(T* source, long sourceStride, T* destination, long destinationStride, int height, int width)
    {
        for (int i = 0; i < height; i++)
            ShortRun.Copy(source + i * sourceStride, destination + i * destinationStride, width);
    }
}
