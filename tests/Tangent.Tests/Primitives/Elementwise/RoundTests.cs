using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class RoundTests
{
    [Theory]
    [InlineData(0, new[] { 0.5, 1.5, -2.5, 2.675 }, new[] { 0.0, 2, -2, 3 })]
    [InlineData(2, new[] { 0.125, 1.375, -2.5, 2.676 }, new[] { 0.12, 1.38, -2.5, 2.68 })]
    [InlineData(-2, new[] { 149.0, 150, 250, -1234 }, new[] { 100.0, 200, 200, -1200 })]
    public void HalvesGoToTheEvenNeighbour(int decimals, double[] x, double[] expected) =>
        Assert.Equal(expected, Mx.Round(x, decimals).ToArray<double>());

    [Theory]
    [InlineData(-1, new[] { 15, 25, -155, 1234, -7 }, new[] { 20, 20, -160, 1230, -10 })]
    [InlineData(-2, new[] { 150, 250, -155, 1234, -7 }, new[] { 200, 200, -200, 1200, 0 })]
    [InlineData(-12, new[] { 150, 250, -155, 1234, int.MaxValue }, new[] { 0, 0, 0, 0, 0 })]
    [InlineData(3, new[] { 150, 250, -155, 1234, -7 }, new[] { 150, 250, -155, 1234, -7 })]
    public void IntegersRoundBeforeTheDecimalPoint(int decimals, int[] x, int[] expected) =>
        Assert.Equal(expected, Mx.Round(x, decimals).ToArray<int>());

    [Fact]
    public void SmallIntegersDoNotOverflowOnTheWay()
    {
        NDArray x = Mx.AsType(new[] { -128, -51, 50, 127 }, DType.Int8);
        Assert.Equal([-100, -100, 0, 100], Mx.Round(x, -2).ToArray<sbyte>());
    }

    [Fact]
    public void HalfPrecisionRoundsInFloat32()
    {
        NDArray x = Mx.AsType(new[] { 100.26 }, DType.Float16);
        Assert.Equal([(Half)100.2], Mx.Round(x, 1).ToArray<Half>());
        Assert.Equal([(Half)100.25], Mx.Round(x, 4).ToArray<Half>());
    }

    [Fact]
    public void RoundingHasNoSlope()
    {
        NDArray x = new[] { 1.7, -0.2 };
        NDArray one = new[] { 1.0, 1 };
        foreach (Func<NDArray, NDArray> f in new Func<NDArray, NDArray>[] { Mx.Floor, Mx.Ceiling, Mx.Truncate, v => Mx.Round(v, 1) })
        {
            Assert.Equal([0.0, 0], Mx.Jvp(v => [f(v[0])], [x], [one]).Tangents[0].ToArray<double>());
            Assert.Equal([0.0, 0], Mx.Vjp(v => [f(v[0])], [x], [one]).Cotangents[0].ToArray<double>());
        }
    }

    [Fact]
    public void FloorCeilingTruncate()
    {
        NDArray x = new[] { 1.7, -1.7, -0.0 };
        Assert.Equal([1.0, -2, -0.0], Mx.Floor(x).ToArray<double>());
        Assert.Equal([2.0, -1, -0.0], Mx.Ceiling(x).ToArray<double>());
        Assert.Equal([1.0, -1, -0.0], Mx.Truncate(x).ToArray<double>());
        NDArray integers = new[] { 3 };
        Assert.Same(integers.Node, Mx.Floor(integers).Node);
    }
}
