using Xunit;

namespace Tangent.Tests.Primitives.Elementwise;

public class StopGradientTests
{
    [Fact]
    public void ValueCountsAsConstant()
    {
        NDArray x = new[] { 3.0 };
        NDArray one = new[] { 1.0 };
        static NDArray[] F(NDArray[] v) => [Mx.StopGradient(v[0]) * v[0]];
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(F, [x], [one]);
        Assert.Equal([9.0], y[0].ToArray<double>());
        Assert.Equal([3.0], dy[0].ToArray<double>());
        Assert.Equal([3.0], Mx.Vjp(F, [x], [one]).Cotangents[0].ToArray<double>());
        Assert.Equal([9.0], Mx.Vmap(F)([x])[0].ToArray<double>());
    }
}
