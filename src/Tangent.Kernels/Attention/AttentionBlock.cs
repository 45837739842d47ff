using System.Runtime.InteropServices;

namespace Tangent.Kernels;

/// <summary>What a thread keeps of some rows while keys pass: queries, a block of scores, and the sums. Sums are 0 at first.</summary>
internal readonly unsafe struct AttentionBlock<T>
    where T : unmanaged
{
    private const int Alignment = 64;

    public AttentionBlock(int rows, int depth, int width, int keys, int tangentDepth, bool hasTangent)
    {
        long outputs = (long)rows * width, scores = (long)rows * keys;
        long size = Padded(rows * (long)depth) + Padded(scores) + Padded(outputs) + 2 * Padded(rows);
        if (hasTangent)
            size += Padded(rows * (long)tangentDepth) + Padded(scores) + Padded(outputs) + Padded(rows);
        byte* next = AttentionScratch.Current.Block.Take<byte>(size);
        T* Take(long count)
        {
            var start = (T*)next;
            next += Padded(count);
            return start;
        }
        Queries = Take(rows * (long)depth);
        Scores = Take(scores);
        Output = Take(outputs);
        Largest = Take(rows);
        Sum = Take(rows);
        NativeMemory.Clear(Output, (nuint)(outputs * sizeof(T)));
        if (!hasTangent)
            return;
        Pairs = Take(rows * (long)tangentDepth);
        Tangents = Take(scores);
        OutputTangent = Take(outputs);
        SumTangent = Take(rows);
        NativeMemory.Clear(OutputTangent, (nuint)(outputs * sizeof(T)));
        NativeMemory.Clear(SumTangent, (nuint)(rows * sizeof(T)));
    }

    /// <summary>Queries, times the scale.</summary>
    public readonly T* Queries;

    /// <summary>Scores, then weights.</summary>
    public readonly T* Scores;

    /// <summary>Weighted sums of values.</summary>
    public readonly T* Output;

    /// <summary>The largest score of each row so far.</summary>
    public readonly T* Largest;

    /// <summary>The sum of the weights of each row.</summary>
    public readonly T* Sum;

    /// <summary>Tangents of queries and queries, side by side, times the scale.</summary>
    public readonly T* Pairs;

    /// <summary>Tangents of scores, then times the weights.</summary>
    public readonly T* Tangents;

    /// <summary>The sums of the result's tangent.</summary>
    public readonly T* OutputTangent;

    /// <summary>The sum of the weighted tangents of each row's scores.</summary>
    public readonly T* SumTangent;

    private static long Padded(long count) => (count * sizeof(T) + Alignment - 1) / Alignment * Alignment;
}
