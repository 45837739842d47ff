using Xunit;

namespace Tangent.Tests.Draws;

public sealed class CategoricalTests
{
    private static double[] Shares(NDArray logits, int count)
    {
        uint[] drawn = Mx.Random.Categorical(logits, numSamples: 20000, key: Mx.Random.Key(9)).ToArray<uint>();
        return [.. Enumerable.Range(0, count).Select(i => drawn.Count(value => value == i) / 20000.0)];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e8)]
    [InlineData(-1e8)]
    [InlineData(3e38)]
    public void OnlyDifferencesOfLogitsCountHoweverLargeTheyAre(double offset)
    {
        double[] equal = Shares(Mx.Full(2, offset), 2);
        Assert.Equal(0.5, equal[0], 0.02);
        NDArray shifted = Mx.AsType(new[] { 0.0, Math.Log(3), double.NegativeInfinity }, DType.Float64) + Mx.AsType(Math.Min(offset, 1e8), DType.Float64);
        double[] shares = Shares(shifted, 3);
        Assert.Equal(0.25, shares[0], 0.02);
        Assert.Equal(0, shares[2]);
    }

    [Fact]
    public void SixteenBitLogitsAreTakenInFloat32() => Assert.Equal(0.5, Shares(Mx.Full(2, 60000.0, DType.Float16), 2)[1], 0.02);

    [Fact]
    public void WhereOneIsNaNTheFirstSuchIndexIsDrawn() => Assert.Equal([0, 1, 0], Shares(new[] { 5f, float.NaN, 3f }, 3));
}
