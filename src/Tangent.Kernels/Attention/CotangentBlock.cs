using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>What a thread keeps of some rows while keys pass backwards: queries and cotangents, both as rows and packed, two blocks of scores, and the sums, which are 0 at first.</summary>
internal readonly unsafe struct CotangentBlock<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    public CotangentBlock(int rows, int depth, int paddedDepth, int width, int paddedWidth, int keys)
    {
        Rows = rows;
        long size = Padded(rows * (long)depth) + 2 * Padded(rows * (long)paddedDepth) + Padded(rows * (long)width) + Padded(rows * (long)paddedWidth) + 2 * Padded(rows * (long)keys);
        byte* next = AttentionScratch.Current.Block.Take<byte>(size);
        T* Take(long count)
        {
            var start = (T*)next;
            next += Padded(count);
            return start;
        }
        Queries = Take(rows * (long)depth);
        QueryPanels = Take(rows * (long)paddedDepth);
        Cotangents = Take(rows * (long)width);
        CotangentPanels = Take(rows * (long)paddedWidth);
        Weights = Take(rows * (long)keys);
        Changes = Take(rows * (long)keys);
        Sums = Take(rows * (long)paddedDepth);
        NativeMemory.Clear(Sums, (nuint)(rows * (long)paddedDepth * sizeof(T)));
    }

    public readonly int Rows;

    /// <summary>Queries, times the scale.</summary>
    public readonly T* Queries;

    /// <summary>The same, packed.</summary>
    public readonly T* QueryPanels;

    /// <summary>The result's cotangents.</summary>
    public readonly T* Cotangents;

    /// <summary>The same, packed.</summary>
    public readonly T* CotangentPanels;

    /// <summary>Scores, then weights.</summary>
    public readonly T* Weights;

    /// <summary>Cotangents of weights, then of scores.</summary>
    public readonly T* Changes;

    /// <summary>The sums of the queries' cotangents.</summary>
    public readonly T* Sums;

    private static long Padded(long count) => (count * sizeof(T) + Alignment - 1) / Alignment * Alignment;
}
