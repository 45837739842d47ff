using Xunit;

namespace Tangent.Tests.Primitives.Reductions;

public class LogSumExpTests
{
    private const double Infinity = double.PositiveInfinity;

    public static TheoryData<double[], double> Values => new()
    {
        { [0, 0], Math.Log(2) },
        { [1000, 1000], 1000 + Math.Log(2) },
        { [-1000, -1000], -1000 + Math.Log(2) },
        { [-Infinity, 3], 3 },
        { [-Infinity, -Infinity], -Infinity },
        { [Infinity, 3], Infinity },
        { [Infinity, -Infinity], Infinity },
        { [double.NaN, 3], double.NaN },
        { [], -Infinity },
    };

    [Theory, MemberData(nameof(Values))]
    public void DoesNotOverflow(double[] x, double expected) => Assert.Equal(expected, Mx.LogSumExp(x).Item<double>(), 12);

    [Fact]
    public void IntegersAndHalves()
    {
        Assert.Equal(DType.Float32, Mx.LogSumExp(Mx.Arange(3)).DType);
        Assert.Equal(9.70, (double)Mx.LogSumExp(Mx.Full(16384, 0, DType.Float16)).Item<Half>(), 2);
        Assert.Equal((2, 1), Mx.LogSumExp(Mx.Ones((2, 3)), 1, keepdims: true).Shape);
        Assert.Throws<ArgumentOutOfRangeException>(() => Mx.LogSumExp(Mx.Ones(2), 1));
    }

    [Fact]
    public void WeightsOfARowWithoutFiniteElementsAreZero()
    {
        NDArray x = new[] { -Infinity, -Infinity };
        Assert.Equal([0.0, 0], Mx.Vjp(v => [Mx.LogSumExp(v[0])], [x], [Mx.Array(1.0, DType.Float64)]).Cotangents[0].ToArray<double>());
        NDArray one = new[] { -Infinity, 3 };
        Assert.Equal([0.0, 1], Mx.Vjp(v => [Mx.LogSumExp(v[0])], [one], [Mx.Array(1.0, DType.Float64)]).Cotangents[0].ToArray<double>());
    }
}
