using Xunit;

namespace Tangent.Tests.Peers;

/// <summary>Numbers that others get wrong without an error.</summary>
public class NumberPeersTests
{
    // mlx #3926: the excluded bound comes up, the integer before it never; a range of 1024 has one value.
    [Fact]
    public void RandomIntegersBeyondTheDigitsOfFloat32AreAllThere()
    {
        NDArray key = Mx.Random.Key(42);
        int[] two = Mx.Random.RandInt(1 << 24, (1 << 24) + 2, 10_000, DType.Int32, key).ToArray<int>();
        Assert.Equal([1 << 24, (1 << 24) + 1], two.Distinct().Order());
        long[] many = Mx.Random.RandInt(1L << 40, (1L << 40) + 1024, 10_000, DType.Int64, key).ToArray<long>();
        Assert.True(many.Distinct().Count() > 1000);
    }

    // mlx #4190: a quarter is odd.
    [Fact]
    public void HalfOfTheIntegersOfAWideRangeAreOdd()
    {
        NDArray drawn = Mx.Random.RandInt(0, 1 << 25, 1 << 18, key: Mx.Random.Key(1));
        Assert.Equal(0.5, Mx.Mean(drawn % 2).Item<float>(), 0.01);
    }

    // jax #10951: from 5.25 on everything is the upper bound. scipy #13966: an infinite one ends the program.
    [Fact]
    public void ATruncatedNormalNumberStaysNearTheBoundBeyondWhichItLies()
    {
        NDArray low = new[] { 5f, 5.25f, 5.5f, 9f, 30f };
        foreach (double high in new[] { 1e6, double.PositiveInfinity })
        {
            NDArray mean = Mx.Mean(Mx.Random.TruncatedNormal(low, high, (2000, 5), DType.Float32, Mx.Random.Key(1)), 0);
            Assert.Equal([5.186503f, 5.428f, 5.6704f, 9.1084f, 30.03326f], mean.ToArray<float>(), (x, y) => Math.Abs(x - y) < 0.02f);
        }
    }

    // pytorch #96947, #197079: 16-bit types round up to it.
    [Fact]
    public void TheUpperBoundOfUniformNumbersIsExcludedInSixteenBits()
    {
        foreach (DType dtype in new[] { DType.Float16, DType.BFloat16 })
            foreach ((double low, double high) in new[] { (0.0, 1.0), (0.0, 4.0), (3.0, 4.0) })
                Assert.False(Mx.Any(Mx.Random.Uniform(low, high, 200_000, dtype, Mx.Random.Key(2)) >= high).Item<bool>());
    }

    // tinygrad #12296: every gradient is 0.
    [Fact]
    public void SeventyThousandTiesOfFloat16HaveTheirShares()
    {
        NDArray gradient = Mx.Grad(x => Mx.Max(x))(Mx.Ones(70_000, DType.Float16));
        Assert.Equal((Half)(1 / 70_000.0), Mx.Max(gradient).Item<Half>());
        Assert.Equal((Half)(1 / 70_000.0), Mx.Min(gradient).Item<Half>());
    }
}
