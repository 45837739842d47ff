using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// The register tile: up to 14 rows of two vectors, all sums in registers for the whole depth. Each step loads one row
/// of y and multiplies it with one broadcast element of x per row; their addresses cost nothing beside the products, so x
/// may have any strides, and the depth be made of segments: the rows of a window, for one.
/// </summary>
internal readonly unsafe struct MicroKernel<T, TVector, TSimd> : IMicroKernel<T>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
{
    public static int MaxRows => TSimd.Rows;

    public static int Lanes => TSimd.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        int rows, int vectors, int depth, int segments, T* x, long xRowStride, long xDepthStride, long xSegmentStride,
        T* y, long yStride, T* output, long outputStride, bool accumulate)
    {
        BringSums(rows, vectors, output, outputStride);
        if (segments == 1)
            RunVectors<Counts.N1>(rows, vectors, depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate);
        else
            RunVectors<Counts.N2>(rows, vectors, depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate);
    }

    // One segment or several: what moves from one to the next costs a small tile a twentieth of its time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunVectors<TSegments>(
        int rows, int vectors, int depth, int segments, T* x, long xRowStride, long xDepthStride, long xSegmentStride,
        T* y, long yStride, T* output, long outputStride, bool accumulate)
        where TSegments : ICount
    {
        if (vectors == 1)
            RunRows<Counts.N1, TSegments>(rows, depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate);
        else
            RunRows<Counts.N2, TSegments>(rows, depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate);
    }

    private static void RunRows<TVectors, TSegments>(
        int rows, int depth, int segments, T* x, nint xRowStride, nint xDepthStride, nint xSegmentStride,
        T* y, nint yStride, T* output, nint outputStride, bool accumulate)
        where TVectors : ICount where TSegments : ICount
    {
        switch (rows)
        {
            case 1: Tile<Counts.N1, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 2: Tile<Counts.N2, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 3: Tile<Counts.N3, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 4: Tile<Counts.N4, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 5: Tile<Counts.N5, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 6: Tile<Counts.N6, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 7: Tile<Counts.N7, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 8: Tile<Counts.N8, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 9: Tile<Counts.N9, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 10: Tile<Counts.N10, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 11: Tile<Counts.N11, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 12: Tile<Counts.N12, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 13: Tile<Counts.N13, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
            case 14: Tile<Counts.N14, TVectors, TSegments>(depth, segments, x, xRowStride, xDepthStride, xSegmentStride, y, yStride, output, outputStride, accumulate); break;
        }
    }

    // Tests of TRows are constants to the compiler: rows that a tile lacks leave no code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TRows, TVectors, TSegments>(
        nint depth, nint segments, T* xs, nint xRowStride, nint xDepthStride, nint xSegmentStride,
        T* y, nint yStride, T* output, nint outputStride, bool accumulate)
        where TRows : ICount where TVectors : ICount where TSegments : ICount
    {
        TileRow<T, TVector, TSimd, TVectors> r0 = default, r1 = default, r2 = default, r3 = default, r4 = default;
        TileRow<T, TVector, TSimd, TVectors> r5 = default, r6 = default, r7 = default, r8 = default, r9 = default;
        TileRow<T, TVector, TSimd, TVectors> r10 = default, r11 = default, r12 = default, r13 = default;
        do
        {
            T* x = xs;
            for (nint steps = depth; steps > 0; steps--, x += xDepthStride, y += yStride)
            {
                TVector left = TSimd.Load(y), right = TVectors.Value > 1 ? TSimd.Load(y + TSimd.Count) : default;
                T* x4 = x + 4 * xRowStride, x8 = x4 + 4 * xRowStride, x12 = x8 + 4 * xRowStride;
                r0.MultiplyAdd(TSimd.Broadcast(x), left, right);
                if (TRows.Value > 1) r1.MultiplyAdd(TSimd.Broadcast(x + xRowStride), left, right);
                if (TRows.Value > 2) r2.MultiplyAdd(TSimd.Broadcast(x + 2 * xRowStride), left, right);
                if (TRows.Value > 3) r3.MultiplyAdd(TSimd.Broadcast(x + 3 * xRowStride), left, right);
                if (TRows.Value > 4) r4.MultiplyAdd(TSimd.Broadcast(x4), left, right);
                if (TRows.Value > 5) r5.MultiplyAdd(TSimd.Broadcast(x4 + xRowStride), left, right);
                if (TRows.Value > 6) r6.MultiplyAdd(TSimd.Broadcast(x4 + 2 * xRowStride), left, right);
                if (TRows.Value > 7) r7.MultiplyAdd(TSimd.Broadcast(x4 + 3 * xRowStride), left, right);
                if (TRows.Value > 8) r8.MultiplyAdd(TSimd.Broadcast(x8), left, right);
                if (TRows.Value > 9) r9.MultiplyAdd(TSimd.Broadcast(x8 + xRowStride), left, right);
                if (TRows.Value > 10) r10.MultiplyAdd(TSimd.Broadcast(x8 + 2 * xRowStride), left, right);
                if (TRows.Value > 11) r11.MultiplyAdd(TSimd.Broadcast(x8 + 3 * xRowStride), left, right);
                if (TRows.Value > 12) r12.MultiplyAdd(TSimd.Broadcast(x12), left, right);
                if (TRows.Value > 13) r13.MultiplyAdd(TSimd.Broadcast(x12 + xRowStride), left, right);
            }
            xs += xSegmentStride;
        }
        while (TSegments.Value > 1 && --segments > 0);
        r0.Store(output, accumulate);
        if (TRows.Value > 1) r1.Store(output += outputStride, accumulate);
        if (TRows.Value > 2) r2.Store(output += outputStride, accumulate);
        if (TRows.Value > 3) r3.Store(output += outputStride, accumulate);
        if (TRows.Value > 4) r4.Store(output += outputStride, accumulate);
        if (TRows.Value > 5) r5.Store(output += outputStride, accumulate);
        if (TRows.Value > 6) r6.Store(output += outputStride, accumulate);
        if (TRows.Value > 7) r7.Store(output += outputStride, accumulate);
        if (TRows.Value > 8) r8.Store(output += outputStride, accumulate);
        if (TRows.Value > 9) r9.Store(output += outputStride, accumulate);
        if (TRows.Value > 10) r10.Store(output += outputStride, accumulate);
        if (TRows.Value > 11) r11.Store(output += outputStride, accumulate);
        if (TRows.Value > 12) r12.Store(output += outputStride, accumulate);
        if (TRows.Value > 13) r13.Store(output += outputStride, accumulate);
    }

    // The sums are needed only after the loop over the depth: time enough to bring them near.
    private static void BringSums(int rows, int vectors, T* output, long outputStride)
    {
        Prefetch.BringClose(output, outputStride, rows);
        Prefetch.BringClose(output + vectors * TSimd.Count - 1, outputStride, rows);
    }
}
