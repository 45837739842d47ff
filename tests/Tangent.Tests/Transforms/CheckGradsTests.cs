using Xunit;

namespace Tangent.Tests.Transforms;

public class CheckGradsTests
{
    private static readonly NDArray[] Point = [new[] { 0.3, -0.7 }];

    [Fact]
    public void ARightDerivativePasses() => Mx.CheckGrads(x => [Mx.Sin(x[0]) * x[0]], Point, order: 2);

    [Fact]
    public void AWrongForwardRuleIsFound()
    {
        var f = Mx.CustomFunction((NDArray[] x) => [Mx.Sin(x[0])], jvp: (x, dx) => [dx[0] * Mx.Sin(x[0])]);
        var error = Assert.Throws<GradientMismatchException>(() => Mx.CheckGrads(x => f(x), Point, modes: GradModes.Forward));
        Assert.Contains("jvp of f", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongReverseRuleIsFound()
    {
        var f = Mx.CustomFunction((NDArray[] x) => [Mx.Sin(x[0])], vjp: (x, ct, y) => [ct[0] * 2.0]);
        var error = Assert.Throws<GradientMismatchException>(() => Mx.CheckGrads(x => f(x), Point, modes: GradModes.Reverse));
        Assert.Contains("vjp of f", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongSecondDerivativeIsFound()
    {
        var slope = Mx.CustomFunction((NDArray[] x) => [Mx.Cos(x[0])], jvp: (x, dx) => [dx[0]]);
        var f = Mx.CustomFunction((NDArray[] x) => [Mx.Sin(x[0])], jvp: (x, dx) => [dx[0] * slope(x)[0]]);
        Mx.CheckGrads(x => f(x), Point, modes: GradModes.Forward);
        Assert.Throws<GradientMismatchException>(() => Mx.CheckGrads(x => f(x), Point, order: 2, modes: GradModes.Forward));
    }
}
