using Xunit;

namespace Tangent.Tests.Transforms;

public class CheckpointTests
{
    private static NDArray Point(double value) => Mx.AsType(value, DType.Float64);

    [Fact]
    public void DerivativesOfEveryOrderAreThoseOfTheFunction()
    {
        Func<NDArray, NDArray> f = x => Mx.Sin(x) * Mx.Exp(x);
        Func<NDArray, NDArray> g = Mx.Checkpoint(f);
        NDArray x = Point(0.7);
        Assert.Equal(f(x).Item<double>(), g(x).Item<double>());
        Assert.Equal(Mx.Grad(f)(x).Item<double>(), Mx.Grad(g)(x).Item<double>(), 12);
        Assert.Equal(Mx.Grad(Mx.Grad(f))(x).Item<double>(), Mx.Grad(Mx.Grad(g))(x).Item<double>(), 12);
        Assert.Equal(Mx.Jvp(Mx.Grad(f), x, Point(1)).Tangents.Item<double>(), Mx.Jvp(Mx.Grad(g), x, Point(1)).Tangents.Item<double>(), 12);
        Assert.Equal(Mx.Grad(v => Mx.Jvp(f, v, Point(1)).Tangents)(x).Item<double>(), Mx.Grad(v => Mx.Jvp(g, v, Point(1)).Tangents)(x).Item<double>(), 12);
    }

    [Fact]
    public void CapturedOuterInputIsDifferentiated()
    {
        Func<NDArray, NDArray> f = x => Mx.Checkpoint((NDArray y) => y * x)(x);
        Assert.Equal(6.0, Mx.Grad(f)(Point(3)).Item<double>());
        Assert.Equal(6.0, Mx.Jvp(f, Point(3), Point(1)).Tangents.Item<double>());
    }

    [Fact]
    public void MapsOverExamples()
    {
        Func<NDArray, NDArray> f = Mx.Checkpoint((NDArray x) => Mx.Sin(x) * x);
        double[] slopes = Mx.Vmap(v => [Mx.Grad(f)(v[0])])([new[] { 1.0, 2.0 }])[0].ToArray<double>();
        Assert.Equal((2 * Math.Cos(2)) + Math.Sin(2), slopes[1], 12);
    }

    [Fact]
    public void TheFunctionMayBranchOnValues()
    {
        Func<NDArray, NDArray> f = Mx.Checkpoint((NDArray x) => x.Item<double>() > 0 ? x * x : -x);
        Assert.Equal(4.0, Mx.Grad(f)(Point(2)).Item<double>());
        Assert.Equal(-1.0, Mx.Grad(f)(Point(-2)).Item<double>());
    }

    [Fact]
    public void WhatLiesBetweenIsComputedAgain()
    {
        Func<NDArray[], NDArray[]> f = x => [Mx.Sin(Mx.Sin(x[0]))];
        Assert.Equal((2, 3), (Sines(f), Sines(Mx.Checkpoint(f))));

        // Those of the value, and that of the recomputation which the cotangent needs.
        static int Sines(Func<NDArray[], NDArray[]> f)
        {
            (NDArray[] y, NDArray[] ctx) = Mx.Vjp(f, [new[] { 0.5 }], [new[] { 1.0 }]);
            return Decomposition.Of([y[0].Node, ctx[0].Node]).Operations.Count(operation => operation.Primitive is Sin);
        }
    }
}
