using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>
/// What a thread keeps of some rows while keys pass backwards: queries and cotangents, both as rows and packed, blocks of scores, and the sums, which are 0 at first;
/// and the same of their tangents.
/// </summary>
internal readonly unsafe struct CotangentBlock<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    public CotangentBlock(int rows, int depth, int paddedDepth, int width, int paddedWidth, bool hasTangent)
    {
        Rows = rows;
        long scores = (long)rows * KeyBlock.Length;
        long size = Padded(rows * (long)depth) + 2 * Padded(rows * (long)paddedDepth) + Padded(rows * (long)width) + Padded(rows * (long)paddedWidth) + 2 * Padded(scores);
        byte* next = AttentionScratch.Current.Block.Take<byte>(hasTangent ? 2 * size : size);
        T* Take(long count)
        {
            var start = (T*)next;
            next += Padded(count);
            return start;
        }
        CotangentRows<T> All() => new(
            Take(rows * (long)depth), Take(rows * (long)paddedDepth), Take(rows * (long)width), Take(rows * (long)paddedWidth), Take(scores), Take(scores), Take(rows * (long)paddedDepth));
        Values = All();
        NativeMemory.Clear(Values.Sums, (nuint)(rows * (long)paddedDepth * sizeof(T)));
        if (!hasTangent)
            return;
        Tangents = All();
        NativeMemory.Clear(Tangents.Sums, (nuint)(rows * (long)paddedDepth * sizeof(T)));
    }

    /// <summary>The number of rows.</summary>
    public readonly int Rows;

    /// <summary>The values.</summary>
    public readonly CotangentRows<T> Values;

    /// <summary>Their tangents.</summary>
    public readonly CotangentRows<T> Tangents;

    private static long Padded(long count) => (count * sizeof(T) + Alignment - 1) / Alignment * Alignment;
}

/// <summary>Some rows of an attention on its way back, or of their tangents.</summary>
internal readonly unsafe struct CotangentRows<T>(T* queries, T* queryPanels, T* cotangents, T* cotangentPanels, T* weights, T* changes, T* sums)
    where T : unmanaged
{
    /// <summary>Queries, times the scale.</summary>
    public readonly T* Queries = queries;

    /// <summary>The same, packed.</summary>
    public readonly T* QueryPanels = queryPanels;

    /// <summary>The result's cotangents.</summary>
    public readonly T* Cotangents = cotangents;

    /// <summary>The same, packed.</summary>
    public readonly T* CotangentPanels = cotangentPanels;

    /// <summary>Scores, then weights.</summary>
    public readonly T* Weights = weights;

    /// <summary>Cotangents of weights, then of scores.</summary>
    public readonly T* Changes = changes;

    /// <summary>The sums of the queries' cotangents.</summary>
    public readonly T* Sums = sums;
}
