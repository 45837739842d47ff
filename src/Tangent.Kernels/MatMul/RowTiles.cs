namespace Tangent.Kernels;

/// <summary>How rows are shared out to tiles: evenly, so that no tile is too low to be fast.</summary>
internal static class RowTiles<T, TKernel>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
{
    public static int Count(int rows) => (int)(((long)rows + TKernel.MaxRows - 1) / TKernel.MaxRows);

    /// <summary>The first row of a tile.</summary>
    public static int Start(int rows, int tile, int tiles) => (int)((long)rows * tile / tiles);
}
