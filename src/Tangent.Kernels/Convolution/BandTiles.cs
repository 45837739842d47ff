using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>The tiles of a part of a block: outputs side by side in a row times a tile of filters.</summary>
internal readonly unsafe struct BandTiles<T, TKernel>(
    BlockPart part, int filters, int depth, long rowOfBand, long columnOfBand, long rowOfSums, long columnOfSums)
    where T : unmanaged
    where TKernel : IMicroKernel<T>
{
    /// <summary>Adds the products of some segments of the band with the steps of the panels that begin at <paramref name="first"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(T* band, int run, int segments, long next, T* panels, int first, T* sums, bool accumulate)
    {
        int tileColumns = 2 * TKernel.Lanes, tiles = RowTiles<T, TKernel>.Count(part.Columns);
        for (int column = 0; column < filters; column += tileColumns)
        {
            int width = Math.Min(tileColumns, filters - column), step = width > TKernel.Lanes ? tileColumns : TKernel.Lanes;
            T* panel = panels + (long)column * depth + (long)step * first;
            for (int row = 0; row < part.Rows; row++)
                for (int tile = 0; tile < tiles; tile++)
                {
                    int start = RowTiles<T, TKernel>.Start(part.Columns, tile, tiles), count = RowTiles<T, TKernel>.Start(part.Columns, tile + 1, tiles) - start;
                    TileProduct<T, TKernel>.Run(
                        count, width, run, segments, band + row * rowOfBand + start * columnOfBand, columnOfBand, 1, next,
                        panel, step, sums + row * rowOfSums + start * columnOfSums + column, columnOfSums, accumulate);
                }
        }
    }
}
