using Xunit;

namespace Tangent.Tests.Ops.Reductions;

public class LogSoftmaxTests
{
    [Fact]
    public void SmallProbabilitiesKeepTheirDigits()
    {
        Assert.Equal([0, -1000], Mx.LogSoftmax(Mx.Array([0f, -1000])).ToArray<float>());
        Assert.Equal([-1, 0], Mx.LogSoftmax(Mx.Array([1e8, 1e8 + 1])).ToArray<double>(), (x, y) => Math.Abs(x - (y + Math.Log(1 + Math.Exp(-1)))) < 1e-8);
        Assert.Equal([double.NegativeInfinity, 0], Mx.LogSoftmax(Mx.Array([double.NegativeInfinity, 3])).ToArray<double>());
        Assert.Equal(DType.Float16, Mx.LogSoftmax(Mx.Ones(3, DType.Float16)).DType);
        Assert.Equal(-Math.Log(70_000), (double)Mx.LogSoftmax(Mx.Zeros(70_000, DType.Float16))[0], 2);
        Assert.Equal((2, 0), Mx.LogSoftmax(Mx.Zeros((2, 0)), 1).Shape);
    }

    [Fact]
    public void TheLastAxisUnlessGivenAsInMlx()
    {
        NDArray x = Mx.Array(new[,] { { 1.0, 2 }, { 3, 5 } });
        Assert.Equal(Mx.LogSoftmax(x, 1).ToString(), Mx.LogSoftmax(x).ToString());
        Assert.Equal(1, Mx.Sum(Mx.Exp(Mx.LogSoftmax(x, null))).Item<double>(), 12);
        Assert.Equal(1, Mx.Sum(Mx.Exp(x.LogSoftmax((0, 1)))).Item<double>(), 12);
    }
}
