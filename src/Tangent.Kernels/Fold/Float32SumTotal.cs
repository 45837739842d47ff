using System.Runtime.Intrinsics;

namespace Tangent.Kernels;

/// <summary>A sum of float32 blocks in float64.</summary>
internal readonly record struct Float32SumTotal(double Sum) : ITotal<Float32SumTotal, float>
{
    public static Float32SumTotal Identity => default;

    public static Float32SumTotal Add(Float32SumTotal total, float block) => new(total.Sum + block);

    // A lane is a total; the elements that fill no vector follow one by one.
    public static unsafe void AddEach(Float32SumTotal* totals, float* blocks, long count)
    {
        double* sums = (double*)totals;
        long i = 0;
        for (; i <= count - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(Vector256.Load(blocks + i));
            (Vector256.Load(sums + i) + lower).Store(sums + i);
            (Vector256.Load(sums + i + Vector256<double>.Count) + upper).Store(sums + i + Vector256<double>.Count);
        }
        for (; i < count; i++)
            sums[i] += blocks[i];
    }

    public static Float32SumTotal Merge(Float32SumTotal x, Float32SumTotal y) => new(x.Sum + y.Sum);

    public static float Value(Float32SumTotal total) => (float)total.Sum;
}
