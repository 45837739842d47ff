using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>One tile of output by the micro-kernel, which knows full vectors alone: a narrower tile goes by way of the stack.</summary>
internal static unsafe class TileProduct<T, TKernel>
    where T : unmanaged
    where TKernel : IMicroKernel<T>
{
    /// <summary>
    /// What the micro-kernel does, for <paramref name="width"/> columns: up to two vectors of them. The panel of y is padded to
    /// full vectors, the output is not.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(
        int height, int width, int depth, int segments, T* x, long xRowStride, long xDepthStride, long xSegmentStride,
        T* y, long yStride, T* target, long stride, bool accumulate)
    {
        int vectors = width > TKernel.Lanes ? 2 : 1;
        if (width == vectors * TKernel.Lanes)
            TKernel.Run(height, vectors, depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, target, stride, accumulate);
        else
            RunEdge(height, width, depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, target, stride, accumulate);
    }

    [SkipLocalsInit]
    private static void RunEdge(
        int height, int width, int depth, int segments, T* x, long xRowStride, long xDepthStride, long xSegmentStride,
        T* y, long yStride, T* target, long stride, bool accumulate)
    {
        int vectors = width > TKernel.Lanes ? 2 : 1, full = vectors * TKernel.Lanes;
        T* tile = stackalloc T[height * full];
        if (accumulate)
            Copy(target, stride, tile, full, height, width);
        TKernel.Run(height, vectors, depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, tile, full, accumulate);
        Copy(tile, full, target, stride, height, width);
    }

    private static void Copy(T* source, long sourceStride, T* destination, long destinationStride, int height, int width)
    {
        for (int i = 0; i < height; i++)
            ShortRun.Copy(source + i * sourceStride, destination + i * destinationStride, width);
    }
}
