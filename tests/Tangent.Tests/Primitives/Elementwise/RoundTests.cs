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

    [Theory]
    [InlineData(20)]
    [InlineData(39)]
    [InlineData(400)]
    [InlineData(int.MaxValue)]
    public void MoreDecimalsThanThereAreChangeNothing(int decimals)
    {
        float[] single = [1.5f, -3.4e38f, 1e-3f, 0, float.PositiveInfinity, float.NaN];
        double[] wide = [1.7976931348623157e308, -0.1, 123456789.123456789, double.NegativeInfinity, double.NaN];
        Assert.Equal(single, Mx.Round(single, decimals).ToArray<float>());
        Assert.Equal(wide, Mx.Round(wide, decimals).ToArray<double>());
        Assert.Equal([(Half)1.5, (Half)60000], Mx.Round(new[] { (Half)1.5, (Half)60000 }, decimals).ToArray<Half>());
        Assert.Equal([new Complex64(1.5f, -3e38f)], Mx.Round(Mx.Array(new Complex64[] { new(1.5f, -3e38f) }), decimals).ToArray<Complex64>());
    }

    [Theory]
    [InlineData(-39)]
    [InlineData(-400)]
    [InlineData(int.MinValue)]
    public void AllDigitsOfFiniteNumbersMayGo(int decimals)
    {
        Assert.Equal([0f, 0, float.PositiveInfinity, float.NaN], Mx.Round(new[] { 1.5f, -3.4e38f, float.PositiveInfinity, float.NaN }, decimals).ToArray<float>());
        Assert.Equal([0, 0], Mx.Round(new[] { 1, int.MaxValue }, decimals).ToArray<int>());
    }

    [Fact]
    public void SmallNumbersRoundAtTheirOwnDecimals()
    {
        Assert.Equal([1.2e-40f, 0], Mx.Round(new[] { 1.23e-40f, 1e-45f }, 41).ToArray<float>());
        double[] tiny = Mx.Round(new[] { 1.23e-310, 1e-320 }, 311).ToArray<double>();
        Assert.Equal(1.2e-310, tiny[0], 1e-322);
        Assert.Equal(0, tiny[1]);
        Assert.Equal([3e38f], Mx.Round(new[] { 3.4e38f }, -38).ToArray<float>());
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
