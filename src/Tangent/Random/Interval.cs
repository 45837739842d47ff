using Tangent.Kernels;

namespace Tangent;

/// <summary>
/// Points of [from, to) at fractions of its length, of one floating type. Two roundings may lead to the upper bound, or the length
/// be beyond all numbers; where the bounds are literals it is known beforehand whether that can be, and the common case pays nothing.
/// </summary>
internal readonly struct Interval(NDArray from, NDArray to)
{
    private readonly NDArray from = from;
    private readonly NDArray to = to;

    /// <summary>The points at <paramref name="unit"/>, fractions from 0 up to <paramref name="largest"/>, which is below 1.</summary>
    public NDArray At(NDArray unit, double largest)
    {
        NDArray length = to - from;
        NDArray point = (length * unit) + from;
        (bool overflows, bool reachesEnd) = Mishaps(largest);
        if (overflows)
            point = Mx.Where(Mx.IsInf(length), (to * unit) + (from * (1 - unit)), point);
        return reachesEnd ? Mx.Where((point >= to) & (from < to), Below(to), point) : point;
    }

    // Roundings keep the order: if the largest fraction stays below the bound, all do.
    private (bool Overflows, bool ReachesEnd) Mishaps(double largest)
    {
        if (Literals.NumberOf(from) is not { } low || Literals.NumberOf(to) is not { } high)
            return (true, true);
        DType dtype = from.DType;
        double length = Round(high - low, dtype);
        double farthest = Round(Round(length * largest, dtype) + low, dtype);
        return (double.IsInfinity(length) && double.IsFinite(low) && double.IsFinite(high), low < high && !(farthest < high));
    }

    private static double Round(double x, DType dtype) => dtype switch
    {
        DType.Float16 => (double)(Half)x,
        DType.BFloat16 => (BFloat16)x,
        DType.Float32 => (float)x,
        _ => x,
    };

    // The number before a bound, which moves with it. The representations of positive numbers, read as integers, are ordered as the
    // numbers are; those of negative ones the other way round.
    private static NDArray Below(NDArray x)
    {
        DType integer = x.DType.Size switch { 2 => DType.Int16, 4 => DType.Int32, _ => DType.Int64 };
        NDArray bits = Mx.View(Mx.StopGradient(x), integer);
        NDArray smallest = Mx.AsType(new IInfo(integer).Min + 1, integer);
        NDArray before = Mx.Where(x > 0, bits - 1, Mx.Where(x < 0, bits + 1, smallest));
        return x + (Mx.View(before, x.DType) - Mx.StopGradient(x));
    }
}
