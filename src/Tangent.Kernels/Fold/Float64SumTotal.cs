namespace Tangent.Kernels;

/// <summary>
/// A sum of float64 blocks and what rounding lost of it (A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur
/// Summation endlicher Summen, 1974).
/// </summary>
internal readonly record struct Float64SumTotal(double Sum, double Lost) : ITotal<Float64SumTotal, double>
{
    public static Float64SumTotal Identity => default;

    public static Float64SumTotal Add(Float64SumTotal total, double block)
    {
        double sum = total.Sum + block;
        double lost = Math.Abs(total.Sum) >= Math.Abs(block) ? total.Sum - sum + block : block - sum + total.Sum;
        return new(sum, total.Lost + lost);
    }

    public static Float64SumTotal Merge(Float64SumTotal x, Float64SumTotal y)
    {
        Float64SumTotal total = Add(x, y.Sum);
        return total with { Lost = total.Lost + y.Lost };
    }

    // With an infinite sum, what was lost is NaN.
    public static double Value(Float64SumTotal total) =>
        double.IsFinite(total.Sum) ? total.Sum + total.Lost : total.Sum;
}
