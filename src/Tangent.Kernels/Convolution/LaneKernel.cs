using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>
/// Up to 8 outputs of a convolution without sums over channels: lanes are channels, and every step multiplies a vector of each output's
/// input with the same vector of the filter.
/// </summary>
internal static unsafe class LaneKernel<T, TVector, TSimd>
    where T : unmanaged
    where TVector : unmanaged
    where TSimd : ISimd<T, TVector>
{
    /// <summary>The most outputs of a tile.</summary>
    public const int MaxRows = 8;

    /// <summary>
    /// output[i·outputStride] (+)= Σ_s Σ_p x[i·xRowStride + p·xDepthStride + s·xSegmentStride] · y[(s·depth + p)·yStride], vectors all, for i
    /// below <paramref name="rows"/>, p below <paramref name="depth"/>, s below <paramref name="segments"/>.
    /// </summary>
    public static void Run(
        int rows, int depth, int segments, T* x, long xRowStride, long xDepthStride, long xSegmentStride, T* y, long yStride,
        T* output, long outputStride, bool accumulate)
    {
        switch (rows)
        {
            case 1: Tile<Counts.N1>(depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate); break;
            case 2: Tile<Counts.N2>(depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate); break;
            case 3: Tile<Counts.N3>(depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate); break;
            case 4: Tile<Counts.N4>(depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate); break;
            case 5: Tile<Counts.N5>(depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate); break;
            case 6: Tile<Counts.N6>(depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate); break;
            case 7: Tile<Counts.N7>(depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate); break;
            case 8: Tile<Counts.N8>(depth, segments, x, (nint)xRowStride, (nint)xDepthStride, (nint)xSegmentStride, y, (nint)yStride, output, (nint)outputStride, accumulate); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TRows>(
        nint depth, nint segments, T* xs, nint xRowStride, nint xDepthStride, nint xSegmentStride, T* y, nint yStride,
        T* output, nint outputStride, bool accumulate)
        where TRows : ICount
    {
        TileRow<T, TVector, TSimd, Counts.N1> r0 = default, r1 = default, r2 = default, r3 = default;
        TileRow<T, TVector, TSimd, Counts.N1> r4 = default, r5 = default, r6 = default, r7 = default;
        for (; segments > 0; segments--, xs += xSegmentStride)
        {
            T* x = xs;
            for (nint steps = depth; steps > 0; steps--, x += xDepthStride, y += yStride)
            {
                TVector factor = TSimd.Load(y);
                T* x4 = x + 4 * xRowStride;
                r0.MultiplyAdd(TSimd.Load(x), factor, default);
                if (TRows.Value > 1) r1.MultiplyAdd(TSimd.Load(x + xRowStride), factor, default);
                if (TRows.Value > 2) r2.MultiplyAdd(TSimd.Load(x + 2 * xRowStride), factor, default);
                if (TRows.Value > 3) r3.MultiplyAdd(TSimd.Load(x + 3 * xRowStride), factor, default);
                if (TRows.Value > 4) r4.MultiplyAdd(TSimd.Load(x4), factor, default);
                if (TRows.Value > 5) r5.MultiplyAdd(TSimd.Load(x4 + xRowStride), factor, default);
                if (TRows.Value > 6) r6.MultiplyAdd(TSimd.Load(x4 + 2 * xRowStride), factor, default);
                if (TRows.Value > 7) r7.MultiplyAdd(TSimd.Load(x4 + 3 * xRowStride), factor, default);
            }
        }
        r0.Store(output, accumulate);
        if (TRows.Value > 1) r1.Store(output += outputStride, accumulate);
        if (TRows.Value > 2) r2.Store(output += outputStride, accumulate);
        if (TRows.Value > 3) r3.Store(output += outputStride, accumulate);
        if (TRows.Value > 4) r4.Store(output += outputStride, accumulate);
        if (TRows.Value > 5) r5.Store(output += outputStride, accumulate);
        if (TRows.Value > 6) r6.Store(output += outputStride, accumulate);
        if (TRows.Value > 7) r7.Store(output += outputStride, accumulate);
    }
}
