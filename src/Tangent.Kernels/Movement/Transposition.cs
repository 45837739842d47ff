namespace Tangent.Kernels;

/// <summary>Transposes a matrix in tiles that fit the first cache, so that each line of memory is read and written once.</summary>
internal static unsafe class Transposition<TBits>
    where TBits : unmanaged
{
    /// <summary>The side of a tile: the elements of a cache line, at least 16.</summary>
    private static int Side => Math.Max(16, 64 / sizeof(TBits));

    /// <summary>
    /// Writes destination[i * destinationStride + j] = source[i + j * sourceStride] for i &lt; rows, j &lt; columns.
    /// </summary>
    public static void Run(TBits* source, long sourceStride, TBits* destination, long destinationStride, long rows, long columns)
    {
        for (long i = 0; i < rows; i += Side)
            for (long j = 0; j < columns; j += Side)
                Tile(
                    source + i + j * sourceStride, sourceStride, destination + i * destinationStride + j, destinationStride,
                    Math.Min(Side, rows - i), Math.Min(Side, columns - j));
    }

    private static void Tile(TBits* source, long sourceStride, TBits* destination, long destinationStride, long rows, long columns)
    {
        for (long i = 0; i < rows; i++)
        {
            TBits* from = source + i;
            TBits* to = destination + i * destinationStride;
            for (long j = 0; j < columns; j++, from += sourceStride)
                to[j] = *from;
        }
    }
}
