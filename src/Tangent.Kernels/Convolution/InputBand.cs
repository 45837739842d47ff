using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// A rectangle of the input, of some channels, converted and laid out row after row, [rows][columns][channels], with zeros where it goes
/// beyond the input: the window moves over it without a look at the border.
/// </summary>
internal static unsafe class InputBand<T, TStorage>
    where T : unmanaged
    where TStorage : IStorage<T>
{
    /// <summary>Fills a band from the plane at <paramref name="plane"/>, beginning at an element that may lie before the first or behind the last.</summary>
    /// <param name="plane">The first channel wanted of the first element of the plane.</param>
    /// <param name="height">The axis of the rows.</param>
    /// <param name="width">The axis of the columns.</param>
    /// <param name="firstRow">The first row of the band.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="firstColumn">The first column of the band.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="channels">The number of channels.</param>
    /// <param name="channelStride">Elements from one channel to the next.</param>
    /// <param name="stored">Numbers from one column of the band to the next; those behind the channels become zeros.</param>
    /// <param name="band">The band.</param>
    public static void Fill(
        byte* plane, in SpatialAxis height, in SpatialAxis width, long firstRow, long rows, long firstColumn, long columns,
        int channels, long channelStride, int stored, T* band)
    {
        long before = Math.Clamp(-firstColumn, 0, columns), end = Math.Clamp(width.Input - firstColumn, before, columns);
        for (long row = 0; row < rows; row++, band += columns * stored)
        {
            long source = firstRow + row;
            if (source < 0 || source >= height.Input || before == end)
            {
                Clear(band, columns * stored);
                continue;
            }
            byte* line = plane + (source * height.InputStride + (firstColumn + before) * width.InputStride) * TStorage.Size;
            Clear(band, before * stored);
            Fill(line, width.InputStride, (int)(end - before), channels, channelStride, stored, band + before * stored);
            Clear(band + end * stored, (columns - end) * stored);
        }
    }

    private static void Fill(byte* line, long stride, int columns, int channels, long channelStride, int stored, T* band)
    {
        if (TStorage.HoldsSums && stored == channels && channelStride == 1 && stride == channels)
            System.Buffer.MemoryCopy(line, band, (long)columns * channels * sizeof(T), (long)columns * channels * sizeof(T));
        else
            // A panel of y has a row for each column of the band, filled up to a width.
            TStorage.PackY(new StridedMatrix(line, columns, channels, stride, channelStride), stored, band);
    }

    private static void Clear(T* band, long count) => NativeMemory.Clear(band, (nuint)(count * sizeof(T)));
}
