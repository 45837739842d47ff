using System.Numerics;
using Xunit;

namespace Tangent.Tests.Draws;

public sealed class RandIntTests
{
    private const int Count = 4000;

    private static readonly DType[] Types =
        [DType.UInt8, DType.UInt16, DType.UInt32, DType.UInt64, DType.Int8, DType.Int16, DType.Int32, DType.Int64, DType.Bool];

    private static NDArray Literal(BigInteger value) => value > long.MaxValue ? (NDArray)(ulong)value : (long)value;

    private static BigInteger[] Values(NDArray x) => x.DType == DType.UInt64
        ? [.. x.ToArray<ulong>().Select(value => (BigInteger)value)]
        : [.. Mx.AsType(x, DType.Int64).ToArray<long>().Select(value => (BigInteger)value)];

    // How far the counts are from even, as standard deviations of a normal number (Wilson and Hilferty, 1931).
    private static double Unevenness(IEnumerable<int> bins, double[] shares)
    {
        double square = 0;
        int[] counts = new int[shares.Length];
        foreach (int bin in bins)
            counts[bin]++;
        for (int i = 0; i < counts.Length; i++)
            square += Math.Pow(counts[i] - Count * shares[i], 2) / (Count * shares[i]);
        double degrees = shares.Length - 1, share = 2 / (9 * degrees);
        return degrees == 0 ? 0 : (Math.Cbrt(square / degrees) - (1 - share)) / Math.Sqrt(share);
    }

    // The places in the range, high digits and low ones apart: what float32 cannot name shows in the low ones.
    private static IEnumerable<double> Unevenness(BigInteger[] drawn, BigInteger low, BigInteger high)
    {
        BigInteger count = high - low;
        Assert.All(drawn, value => Assert.InRange(value, low, high - 1));
        int bins = (int)BigInteger.Min(count, 20);
        double[] shares = [.. Enumerable.Range(0, bins).Select(i => (double)(Start(i + 1) - Start(i)) / (double)count)];
        yield return Unevenness(drawn.Select(value => (int)((value - low) * bins / count)), shares);
        int digits = (int)BigInteger.Min(count, 16);
        double[] last = [.. Enumerable.Range(0, digits).Select(i => (double)((count - i + digits - 1) / digits) / (double)count)];
        yield return Unevenness(drawn.Select(value => (int)((value - low) % digits)), last);

        BigInteger Start(int bin) => (bin * count + bins - 1) / bins;
    }

    private static IEnumerable<(DType DType, BigInteger Low, BigInteger High)> Ranges()
    {
        var random = new Random(11);
        foreach (int i in Enumerable.Range(0, 200))
        {
            DType dtype = Types[i % Types.Length];
            BigInteger min = dtype == DType.Bool ? 0 : new IInfo(dtype).Min, max = dtype == DType.Bool ? 1 : new IInfo(dtype).Max, all = max - min + 1;
            var count = BigInteger.Max(1, (BigInteger)Math.Exp(random.NextDouble() * BigInteger.Log(all)));
            count = i % 10 == 0 ? dtype is DType.UInt64 ? all - 1 : BigInteger.Min(all, long.MaxValue + (BigInteger)min) : BigInteger.Min(count, all);
            count = BigInteger.Max(1, count);
            BigInteger low = min + (BigInteger)(random.NextDouble() * (double)(all - count));
            low = BigInteger.Min(low, max - count + (dtype.Size == 8 ? 0 : 1));
            yield return (dtype, low, low + count);
        }
        yield return (DType.Int32, 1000000, 1000003);
        yield return (DType.Int64, BigInteger.One << 40, (BigInteger.One << 40) + 1024);
        yield return (DType.Int64, long.MinValue, long.MaxValue);
        yield return (DType.UInt64, 0, ulong.MaxValue);
        yield return (DType.UInt64, ulong.MaxValue - 3, ulong.MaxValue);
        yield return (DType.Int32, int.MinValue, 1L << 31);
        yield return (DType.UInt8, 0, 256);
        yield return (DType.Int64, 0, 3L << 61);
    }

    [Fact]
    public void EveryIntegerOfEveryRangeOfEveryTypeIsAsLikely()
    {
        var all = new List<double>();
        ulong seed = 0;
        foreach ((DType dtype, BigInteger low, BigInteger high) in Ranges())
        {
            NDArray drawn = Mx.Random.RandInt(Literal(low), Literal(high), Count, dtype, Mx.Random.Key(++seed));
            Assert.Equal(dtype, drawn.DType);
            foreach (double deviation in Unevenness(Values(drawn), low, high))
            {
                Assert.True(Math.Abs(deviation) < 4.5, $"{dtype.Name()} [{low}, {high}): {deviation}");
                all.Add(deviation);
            }
        }
        Assert.True(Math.Abs(all.Average()) < 0.25, $"{all.Average()}");
    }

    [Theory]
    [InlineData(DType.Int32)]
    [InlineData(DType.Int64)]
    [InlineData(DType.UInt64)]
    public void BoundsThatAreArraysGiveRangesOfTheirOwn(DType dtype)
    {
        NDArray low = Mx.AsType(new long[] { 0, 1000000, 5, 7 }, dtype), high = Mx.AsType(new long[] { int.MaxValue, 1000003, 5 + (1 << 24), 8 }, dtype);
        BigInteger[] drawn = Values(Mx.Random.RandInt(low, high, (Count, 4), dtype, Mx.Random.Key(5)));
        BigInteger[] lows = Values(low), highs = Values(high);
        for (int i = 0; i < 4; i++)
            Assert.All(Unevenness([.. drawn.Where((_, k) => k % 4 == i)], lows[i], highs[i]), deviation => Assert.InRange(deviation, -4.5, 4.5));
    }

    // MLX rounds down low + (high - low) * u in float32: the same wherever the sum does not round.
    [Fact]
    public void BelowTwoTo24IntegersItIsWhatMlxDraws()
    {
        foreach ((int low, int high) in new[] { (0, 10), (-5, 20), (0, 1 << 23), (0, (1 << 24) - 1), (3, 100), (-100, -90), (0, 1), (-8, 8) })
        {
            NDArray key = Mx.Random.Key((ulong)(high + 1000));
            NDArray unit = Mx.Random.Uniform(0.0, 1.0, Count, DType.Float32, key);
            NDArray asMlx = Mx.AsType(Mx.Floor(unit * (float)(high - low) + (float)low), DType.Int32);
            int[] drawn = Mx.Random.RandInt(low, high, Count, DType.Int32, key).ToArray<int>();
            Assert.True(drawn.Zip(asMlx.ToArray<int>()).Count(pair => pair.First != pair.Second) <= (low == 0 ? 0 : 1));
            Assert.Equal(drawn, Mx.AsType(Mx.Random.RandInt(Mx.Full(1, low), Mx.Full(1, high), Count, DType.Int64, key), DType.Int32).ToArray<int>());
        }
    }

    [Fact]
    public void WhereThereAreNoneTheLowerBoundIsGiven()
    {
        foreach ((long low, long high) in new[] { (7L, 7L), (5, 2), (1L << 40, 0), (3, -4), (long.MaxValue, long.MinValue) })
        {
            Assert.All(Mx.Random.RandInt(low, high, 50, DType.Int64).ToArray<long>(), value => Assert.Equal(low, value));
            Assert.All(Mx.Random.RandInt(new[] { low }, new[] { high }, 50, DType.Int64).ToArray<long>(), value => Assert.Equal(low, value));
        }
    }

    [Fact]
    public void BoundsOfTwoSignsMeet()
    {
        long[] drawn = Mx.Random.RandInt(new[] { -3L }, new[] { 4UL }, Count, DType.Int64, Mx.Random.Key(2)).ToArray<long>();
        Assert.Equal([-3, -2, -1, 0, 1, 2, 3], drawn.Distinct().Order());
    }

    [Fact]
    public void FloatingLiteralsThatAreIntegersCountAsSuch()
    {
        NDArray key = Mx.Random.Key(12);
        Assert.Equal(Mx.Random.RandInt(0, 1000000000, 100, key: key).ToArray<int>(), Mx.Random.RandInt(0.0, 1e9, 100, key: key).ToArray<int>());
        Assert.All(Mx.Random.RandInt(0.5, 3.5, 100, key: key).ToArray<int>(), value => Assert.InRange(value, 0, 3));
    }

    [Fact]
    public void BoolIsTrueForWhatIsNotZero()
    {
        int trues = Mx.CountNonzero(Mx.Random.RandInt(0, 2, 10000, DType.Bool, Mx.Random.Key(3))).Item<int>();
        Assert.InRange(trues, 4700, 5300);
    }

    [Fact]
    public void RefusesBoundsThatTheTypeDoesNotHold()
    {
        Refusal.Argument("Random.RandInt: high is 257, out of range of uint8", () => Mx.Random.RandInt(0, 257, 3, DType.UInt8));
        Refusal.Argument("Random.RandInt: low is -1, out of range of uint64", () => Mx.Random.RandInt(-1, 5, 3, DType.UInt64));
        Refusal.Argument("Random.RandInt: dtype is float32", () => Mx.Random.RandInt(0, 2, 3, DType.Float32));
        Refusal.Argument("Random.RandInt: shapes [2] and [3] do not broadcast", () => Mx.Random.RandInt(new[] { 0, 1 }, 5, 3));
    }
}
