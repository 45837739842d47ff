using Xunit;

namespace Tangent.Tests.Draws;

public sealed class UniformTests
{
    private static double[] Doubles(NDArray x) => Mx.AsType(x, DType.Float64).ToArray<double>();

    // Steps of the type as wide as the interval, or nearly: every other draw would round to the upper bound.
    [Theory]
    [InlineData(DType.Float16, 1024, 1026)]
    [InlineData(DType.BFloat16, 1, 2)]
    [InlineData(DType.BFloat16, -2, -1)]
    [InlineData(DType.Float32, 1, 2)]
    [InlineData(DType.Float32, 1000000, 1000000.25)]
    [InlineData(DType.Float32, -1, 0)]
    [InlineData(DType.Float32, 0, 1e-45)]
    [InlineData(DType.Float64, 1e15, 1e15 + 0.25)]
    [InlineData(DType.Float16, -60000, 60000)]
    [InlineData(DType.Float32, -3e38, 3e38)]
    [InlineData(DType.Float64, -1.7e308, 1.7e308)]
    public void TheUpperBoundIsNeverDrawnAndNothingOverflows(DType dtype, double low, double high)
    {
        NDArray from = Mx.AsType(low, dtype), to = Mx.AsType(high, dtype);
        double[] bounds = [.. Doubles(Mx.Stack([from, to]))];
        NDArray key = Mx.Random.Key(1);
        double[] drawn = Doubles(Mx.Random.Uniform(low, high, 20000, dtype, key));
        Assert.All(drawn, value => Assert.True(value >= bounds[0] && value < bounds[1], $"{value}"));
        Assert.Equal(drawn, Doubles(Mx.Random.Uniform(Mx.Reshape(from, 1), Mx.Reshape(to, 1), 20000, dtype, key)));
        double middle = (bounds[0] / 2) + (bounds[1] / 2);
        Assert.InRange(drawn.Average(value => ((value / 2) - (middle / 2)) / ((bounds[1] / 2) - (bounds[0] / 2))), -0.6, 0.6);
    }

    [Fact]
    public void EqualBoundsGiveThatNumber() => Assert.All(Mx.Random.Uniform(2.5, 2.5, 50).ToArray<float>(), value => Assert.Equal(2.5f, value));

    [Fact]
    public void TheBoundsHaveDerivatives()
    {
        NDArray key = Mx.Random.Key(4), low = new[] { 1f, 2f }, high = new[] { 1.0000001f, 5f };
        NDArray unit = Mx.Random.Uniform(0.0, 1.0, (100, 2), DType.Float32, key);
        NDArray expected = Mx.Sum(unit, 0);
        NDArray gradient = Mx.Grad(v => Mx.Sum(Mx.Random.Uniform(low, v, (100, 2), DType.Float32, key)))(high);
        Assert.Equal(expected.ToArray<float>()[1], gradient.ToArray<float>()[1], 1e-3f);
        Assert.InRange(gradient.ToArray<float>()[0], 30, 100);
    }
}
