namespace Tangent.Kernels;

/// <summary>A sum of float32 blocks in float64.</summary>
internal readonly record struct Float32SumTotal(double Sum) : ITotal<Float32SumTotal, float>
{
    public static Float32SumTotal Identity => default;

    public static Float32SumTotal Add(Float32SumTotal total, float block) => new(total.Sum + block);

    public static Float32SumTotal Merge(Float32SumTotal x, Float32SumTotal y) => new(x.Sum + y.Sum);

    public static float Value(Float32SumTotal total) => (float)total.Sum;
}
