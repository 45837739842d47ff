using Xunit;

namespace Tangent.Tests.Draws;

public sealed class TruncatedNormalTests
{
    private const int Count = 20000;

    // The share of [low, x] in [low, high], by Simpson's rule on the density over that at the bound nearer to the middle.
    private static double[] Distribution(double low, double high, int steps)
    {
        double nearest = low > 0 ? low : high < 0 ? high : 0, width = (high - low) / steps;
        double Density(double x) => Math.Exp((nearest - x) * (nearest + x) / 2);
        var sum = new double[steps + 1];
        for (int i = 0; i < steps; i++)
        {
            double x = low + (i * width);
            sum[i + 1] = sum[i] + Density(x) + (4 * Density(x + (width / 2))) + Density(x + width);
        }
        return [.. sum.Select(value => value / sum[steps])];
    }

    // Kolmogorov's distance: beyond 2.2/√n once in 10⁴ samples.
    private static void CheckDistribution(double[] drawn, double low, double high, double slack)
    {
        const int steps = 20000;
        Assert.All(drawn, value => Assert.InRange(value, low, high));
        double nearest = Math.Max(low, -high), length = nearest > 1 ? 50 / nearest : 40;
        (double from, double to) = (low > 0 ? low : Math.Max(low, -12), high < 0 ? high : Math.Min(high, 12));
        (from, to) = low > 0 ? (low, Math.Min(high, low + length)) : high < 0 ? (Math.Max(low, high - length), high) : (from, to);
        double[] distribution = Distribution(from, to, steps), sorted = [.. drawn.Order()];
        double worst = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double place = Math.Clamp((sorted[i] - from) / (to - from), 0, 1) * steps;
            int left = Math.Min((int)place, steps - 1);
            double share = distribution[left] + ((place - left) * (distribution[left + 1] - distribution[left]));
            worst = Math.Max(worst, Math.Max(Math.Abs(share - ((double)i / sorted.Length)), Math.Abs(share - ((i + 1.0) / sorted.Length))));
        }
        Assert.True(worst < (2.2 / Math.Sqrt(sorted.Length)) + slack, $"[{low}, {high}]: distance {worst}");
    }

    public static TheoryData<double, double> Intervals => new()
    {
        { -1, 2 }, { -0.5, 0.25 }, { -3, 8 }, { -10, 10 }, { 2, 10 }, { 2.9, 3.5 }, { 3, 3.1 }, { 4, double.PositiveInfinity }, { 5, 6 }, { 8, 9 }, { 8, 8.001 },
        { 10, double.PositiveInfinity }, { 20, 21 }, { 37, 40 }, { 100, double.PositiveInfinity }, { -6, -5 }, { -9, -8 }, { double.NegativeInfinity, -7 }, { -40, -38 }, { -3.2, -2.5 },
    };

    [Theory]
    [MemberData(nameof(Intervals))]
    public void TheDistributionIsRightHoweverFarOut(double low, double high)
    {
        NDArray key = Mx.Random.Key(6);
        float[] single = Mx.Random.TruncatedNormal(low, high, Count, DType.Float32, key).ToArray<float>();
        CheckDistribution([.. single.Select(value => (double)value)], (float)low, (float)high, 1e-3);
        double[] wide = Mx.Random.TruncatedNormal(low, high, Count, DType.Float64, key).ToArray<double>();
        CheckDistribution(wide, low, high, 0);
        NDArray from = Mx.AsType(new[] { low }, DType.Float64), to = Mx.AsType(new[] { high }, DType.Float64);
        Assert.Equal(wide, Mx.Random.TruncatedNormal(from, to, Count, DType.Float64, key).ToArray<double>());
    }

    // They are the float32 numbers, rounded once: steps of the type are too coarse for a distance of distributions.
    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.BFloat16)]
    public void SixteenBitTypesAreComputedInFloat32(DType dtype)
    {
        foreach ((double low, double high) in new[] { (-1.0, 2.0), (4.0, 6.0), (-9.0, -8.0), (30.0, double.PositiveInfinity) })
        {
            NDArray key = Mx.Random.Key(7);
            NDArray wide = Mx.Random.TruncatedNormal(low, high, 1000, DType.Float32, key);
            NDArray narrow = Mx.Random.TruncatedNormal(low, high, 1000, dtype, key);
            Assert.Equal(dtype, narrow.DType);
            Assert.Equal(Mx.AsType(Mx.AsType(wide, dtype), DType.Float32).ToArray<float>(), Mx.AsType(narrow, DType.Float32).ToArray<float>());
        }
    }

    [Fact]
    public void TheBoundsOfATailHaveDerivatives()
    {
        NDArray key = Mx.Random.Key(8), high = new[] { 8.0 };
        NDArray Mean(NDArray low) => Mx.Sum(Mx.Random.TruncatedNormal(low, high, 50, DType.Float64, key));
        double slope = Mx.Grad(Mean)(new[] { 5.0 }).ToArray<double>()[0];
        double difference = (Mean(new[] { 5.0 + 1e-5 }).Item<double>() - Mean(new[] { 5.0 - 1e-5 }).Item<double>()) / 2e-5;
        Assert.Equal(difference, slope, 1e-5 * Math.Abs(difference));
    }
}
