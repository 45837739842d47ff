namespace Tangent.Kernels;

/// <summary>The product of a panel of x with a panel of y, a tile that fits the registers.</summary>
internal unsafe interface IMicroKernel<T>
    where T : unmanaged
{
    /// <summary>The most rows of a tile.</summary>
    static abstract int MaxRows { get; }

    /// <summary>Columns of one register; a tile has one or two of them.</summary>
    static abstract int Lanes { get; }

    /// <summary>
    /// output[i, j] (+)= Σ_s Σ_p x[i·xRowStride + p·xDepthStride + s·xSegmentStride] · y[(s·depth + p)·yStride + j] for i below
    /// <paramref name="rows"/>, j below <paramref name="vectors"/>·<see cref="Lanes"/>, p below <paramref name="depth"/>, s below <paramref name="segments"/>.
    /// </summary>
    static abstract void Run(
        int rows, int vectors, int depth, int segments, T* x, long xRowStride, long xDepthStride, long xSegmentStride,
        T* y, long yStride, T* output, long outputStride, bool accumulate);
}

/// <summary>How rows are shared out to tiles: evenly, so that no tile is too low to be fast.</summary>
internal static class RowTiles<T, TKernel>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
{
    public static int Count(int rows) => (int)(((long)rows + TKernel.MaxRows - 1) / TKernel.MaxRows);

    /// <summary>The first row of a tile.</summary>
    public static int Start(int rows, int tile, int tiles) => (int)((long)rows * tile / tiles);
}
