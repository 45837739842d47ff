using Xunit;

namespace Tangent.Tests.Ops.Products;

public class DotTests
{
    [Fact]
    public void IsWhatNumPyMakesOfTheAxes()
    {
        NDArray v = Mx.Array([1.0, 2, 3]), m = Mx.Reshape(Mx.Arange(12.0), (4, 3));
        Assert.Equal(14, Mx.Dot(v, v).Item<double>());
        Assert.Equal(Mx.MatMul(m, v).ToString(), Mx.Dot(m, v).ToString());
        Assert.Equal(Mx.MatMul(m, m.T).ToString(), Mx.Dot(m, m.T).ToString());
        Assert.Equal([2.0, 4, 6], Mx.Dot(2, v).ToArray<double>());
        Assert.Equal((4, 2, 5), Mx.Dot(m, Mx.Ones((2, 3, 5))).Shape);
        Refusal.Argument("Dot: the last axis of shape [3] and axis 0 of shape [4,3] differ in length.", () => Mx.Dot(v, m));
    }
}
