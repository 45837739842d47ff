using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Panels of x times panels of y, tile by tile.</summary>
internal readonly unsafe ref struct PanelProduct<T, TKernel>(Panels<T> x, int rows, int depth, Panels<T> y)
    where T : unmanaged
    where TKernel : IMicroKernel<T>
{
    // Enough time at full speed for memory to answer.
    private const int TilesAhead = 4;

    /// <summary>sums (+)= x·y for the first columns, where rows of the sums are <paramref name="stride"/> apart.</summary>
    // Optimized at once: between tiles of little depth the first tier's code took a third of the time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(T* sums, long stride, int columns, bool accumulate)
    {
        int tileColumns = 2 * TKernel.Lanes;
        int tiles = RowTiles<T, TKernel>.Count(rows);
        for (long column = 0; column < columns; column += tileColumns)
        {
            int width = (int)Math.Min(tileColumns, columns - column);
            if (y.AreFar)
                BringNext(column + TilesAhead * tileColumns);
            for (int tile = 0; tile < tiles; tile++)
            {
                int row = RowTiles<T, TKernel>.Start(rows, tile, tiles);
                int height = RowTiles<T, TKernel>.Start(rows, tile + 1, tiles) - row;
                T* target = sums + row * stride + column;
                long step = y.DepthStride(width > TKernel.Lanes ? tileColumns : TKernel.Lanes);
                TileProduct<T, TKernel>.Run(
                    height, width, depth, 1, x.At(row), x.RowStride, x.DepthStride(height), 0, y.At(column), step, target, stride, accumulate);
            }
        }
    }

    private void BringNext(long column)
    {
        for (int line = 0; line < 2 * TKernel.Lanes; line += 64 / sizeof(T))
            Prefetch.Bring(y.At(column) + line, y.DepthStride(0), depth);
    }
}
