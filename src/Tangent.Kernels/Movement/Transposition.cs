using System.Runtime.CompilerServices;

namespace Tangent.Kernels;

/// <summary>Transposes a matrix in square tiles as wide as a cache line.</summary>
/// <remarks>
/// A tile goes through a buffer of its own: source and destination are touched once, a whole line at a time, so that
/// strides which fall on the same few places of the cache (powers of two) cost nothing.
/// </remarks>
internal static unsafe class Transposition<TBits>
    where TBits : unmanaged
{
    private static int Side => 64 / sizeof(TBits);

    /// <summary>
    /// Writes destination[i * destinationStride + j] = source[i + j * sourceStride] for i &lt; rows, j &lt; columns.
    /// </summary>
    public static void Run(TBits* source, long sourceStride, TBits* destination, long destinationStride, long rows, long columns)
    {
        TBits* tile = stackalloc TBits[Side * Side];
        for (long i = 0; i < rows; i += Side)
            for (long j = 0; j < columns; j += Side)
            {
                int height = (int)Math.Min(Side, rows - i), width = (int)Math.Min(Side, columns - j);
                Load(source + i + j * sourceStride, sourceStride, tile, height, width);
                TBits* to = destination + i * destinationStride + j;
                if (height == Side && width == Side && sizeof(TBits) >= 4 && SmallTranspose.IsSupported)
                    StoreSquares(tile, to, destinationStride);
                else
                    Store(tile, to, destinationStride, height, width);
            }
    }

    private static void Load(TBits* source, long stride, TBits* tile, int height, int width)
    {
        for (int j = 0; j < width; j++, source += stride, tile += Side)
            if (height == Side)
                Unsafe.CopyBlockUnaligned(tile, source, 64);
            else
                for (int i = 0; i < height; i++)
                    tile[i] = source[i];
    }

    private static void Store(TBits* tile, TBits* destination, long stride, int height, int width)
    {
        for (int i = 0; i < height; i++, destination += stride)
            for (int j = 0; j < width; j++)
                destination[j] = tile[j * Side + i];
    }

    /// <summary>Squares of 4 by 4 or 2 by 2 elements in registers, row after row of the destination.</summary>
    private static void StoreSquares(TBits* tile, TBits* destination, long stride)
    {
        int step = 16 / sizeof(TBits);
        for (int i = 0; i < Side; i += step)
            for (int j = 0; j < Side; j += step)
            {
                TBits* from = tile + j * Side + i;
                TBits* to = destination + i * stride + j;
                if (sizeof(TBits) == 4)
                    SmallTranspose.FourByFour((float*)from, Side, (float*)to, stride);
                else
                    SmallTranspose.TwoByTwo((double*)from, Side, (double*)to, stride);
            }
    }
}
