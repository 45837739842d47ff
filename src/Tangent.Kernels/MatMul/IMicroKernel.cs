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
    /// output[i, j] (+)= Σ_p x[i·xRowStride + p·xDepthStride] · y[p·yStride + j] for i below <paramref name="rows"/>, j below
    /// <paramref name="vectors"/>·<see cref="Lanes"/>.
    /// </summary>
    static abstract void Run(
        int rows, int vectors, int depth, T* x, long xRowStride, long xDepthStride, T* y, long yStride, T* output, long outputStride,
        bool accumulate);
}
