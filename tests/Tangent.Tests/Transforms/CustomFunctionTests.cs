using Xunit;

namespace Tangent.Tests.Transforms;

public class CustomFunctionTests
{
    private static NDArray Point(double value) => Mx.AsType(value, DType.Float64);

    private static double Slope(Func<NDArray[], NDArray[]> f, double x) => Mx.Grad(v => f([v])[0])(Point(x)).Item<double>();

    private static double Tangent(Func<NDArray[], NDArray[]> f, double x) => Mx.Jvp(f, [Point(x)], [Point(1)]).Tangents[0].Item<double>();

    [Fact]
    public void OwnJvpServesBothModes()
    {
        var f = Mx.CustomFunction(x => [x[0] * x[0]], jvp: (x, dx) => [dx[0] * x[0] * 10.0]);
        Assert.Equal(30.0, Tangent(f, 3));
        Assert.Equal(30.0, Slope(f, 3));
    }

    [Fact]
    public void OwnVjpServesBothModes()
    {
        var f = Mx.CustomFunction(x => [x[0] * x[0]], vjp: (x, ct, y) => [ct[0] * x[0] * 10.0]);
        Assert.Equal(30.0, Slope(f, 3));
        Assert.Equal(30.0, Tangent(f, 3));
    }

    [Fact]
    public void ForwardModeOfANonlinearVjpDifferentiatesTheFunction()
    {
        var f = Mx.CustomFunction(x => [x[0] * x[0]], vjp: (x, ct, y) => [Mx.Sin(ct[0])]);
        Assert.Equal(Math.Sin(1), Slope(f, 3), 12);
        Assert.Equal(6.0, Tangent(f, 3));
    }

    [Fact]
    public void CapturedOuterInputIsDifferentiatedThroughTheBody()
    {
        Func<NDArray, NDArray> f = x => Mx.CustomFunction(y => [y[0] * x], jvp: (y, dy) => [dy[0] * x])([Point(2)])[0];
        Assert.Equal(2.0, Mx.Jvp(f, Point(5), Point(1)).Tangents.Item<double>());
        Assert.Equal(2.0, Mx.Grad(f)(Point(5)).Item<double>());
    }

    [Fact]
    public void RulesSurviveAMap()
    {
        var f = Mx.CustomFunction(x => [x[0] * x[0]], vjp: (x, ct, y) => [ct[0] * x[0] * 10.0]);
        NDArray x = new[] { 1.0, 2.0 };
        NDArray inside = Mx.Vmap(v => [Mx.Grad(z => f([z])[0])(v[0])])([x])[0];
        NDArray outside = Mx.Grad(z => Mx.Sum(Mx.Vmap(v => f(v))([z])[0]))(x);
        Assert.Equal([10.0, 20.0], inside.ToArray<double>());
        Assert.Equal([10.0, 20.0], outside.ToArray<double>());
    }

    [Fact]
    public void RulesThatCaptureAMappedInputSurviveTheMap()
    {
        NDArray x = new[] { 1.0, 2.0 };
        NDArray y = new[] { 3.0, 5.0 };
        Func<NDArray, NDArray> byJvp = z => Mx.Vmap(v => Mx.CustomFunction(u => [u[0] * v[0]], jvp: (u, du) => [du[0] * v[0] * 10.0])([v[1]]))([x, z])[0];
        Func<NDArray, NDArray> byVjp = z => Mx.Vmap(v => Mx.CustomFunction(u => [u[0] * v[0]], vjp: (u, ct, _) => [ct[0] * v[0] * 10.0])([v[1]]))([x, z])[0];
        foreach (Func<NDArray, NDArray> f in new[] { byJvp, byVjp })
        {
            Assert.Equal([3.0, 10.0], f(y).ToArray<double>());
            Assert.Equal([10.0, 20.0], Mx.Grad(z => Mx.Sum(f(z)))(y).ToArray<double>());
            Assert.Equal([10.0, 20.0], Mx.Jvp(f, y, Mx.OnesLike(y)).Tangents.ToArray<double>());
        }
    }

    [Fact]
    public void SecondOrderDifferentiatesTheRule()
    {
        var f = Mx.CustomFunction(x => [Mx.Sin(x[0])], vjp: (x, ct, y) => [ct[0] * x[0] * x[0]]);
        Assert.Equal(6.0, Mx.Grad(Mx.Grad(v => f([v])[0]))(Point(3)).Item<double>());
    }

    [Fact]
    public void OwnVmapIsUsed()
    {
        var f = Mx.CustomFunction(x => [x[0]], vmap: (x, axes) => ([x[0] * 100.0], axes));
        Assert.Equal([100.0, 200.0], Mx.Vmap(f)([new[] { 1.0, 2.0 }])[0].ToArray<double>());
    }
}
