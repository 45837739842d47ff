using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>Transforms inside transforms, at every level, with evaluation in between.</summary>
public class NestingTests
{
    private static NDArray Derivative(Func<NDArray, NDArray> f, NDArray x) =>
        Mx.Jvp(v => [f(v[0])], [x], [Ones(x)]).Tangents[0];

    private static NDArray Slope(Func<NDArray, NDArray> f, NDArray x) =>
        Mx.Vjp(v => [f(v[0])], [x], [Ones(x)]).Cotangents[0];

    private static NDArray Ones(NDArray x) => Mx.BroadcastTo(Mx.AsType(1.0, x.DType), x.Shape);

    private static NDArray Point(double value) => Mx.AsType(value, DType.Float64);

    public static TheoryData<bool, bool> Modes => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory, MemberData(nameof(Modes))]
    public void SecondDerivativeOfACube(bool outerReverse, bool innerReverse)
    {
        Func<Func<NDArray, NDArray>, NDArray, NDArray> outer = outerReverse ? Slope : Derivative;
        Func<Func<NDArray, NDArray>, NDArray, NDArray> inner = innerReverse ? Slope : Derivative;
        NDArray second = outer(x => inner(z => z * z * z, x), Point(2));
        Assert.Equal(12.0, second.Item<double>());
    }

    [Theory, MemberData(nameof(Modes))]
    public void InnerDerivativeClosesOverTheOuterInputAndIsRead(bool outerReverse, bool innerReverse)
    {
        Func<Func<NDArray, NDArray>, NDArray, NDArray> outer = outerReverse ? Slope : Derivative;
        Func<Func<NDArray, NDArray>, NDArray, NDArray> inner = innerReverse ? Slope : Derivative;
        NDArray result = outer(
            x =>
            {
                NDArray y = x * x;
                NDArray g = inner(z => z * y, Point(1));
                Assert.Equal(4.0, g.Item<double>());
                return g * x;
            },
            Point(2));
        Assert.Equal(12.0, result.Item<double>());
    }

    [Theory, MemberData(nameof(Modes))]
    public void PerturbationsAreNotConfused(bool outerReverse, bool innerReverse)
    {
        Func<Func<NDArray, NDArray>, NDArray, NDArray> outer = outerReverse ? Slope : Derivative;
        Func<Func<NDArray, NDArray>, NDArray, NDArray> inner = innerReverse ? Slope : Derivative;
        NDArray result = outer(x => x * inner(y => x + y, Point(1)), Point(3));
        Assert.Equal(1.0, result.Item<double>());
    }

    [Fact]
    public void VmapOfJvpOfFunctionWithBroadcastAndProduct()
    {
        NDArray x = new[] { 1.0, 2.0, 3.0 };
        NDArray y = Mx.Vmap(v => [Derivative(z => Mx.Sin(z) * z + 2.0, v[0])])([x])[0];
        double[] expected = [.. new[] { 1.0, 2.0, 3.0 }.Select(t => Math.Cos(t) * t + Math.Sin(t))];
        Assert.Equal(expected, y.ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void GradientOfSumOfMatrixProduct()
    {
        NDArray w = Mx.Reshape(new[] { 1.0, 2, 3, 4, 5, 6 }, (2, 3));
        NDArray x = Mx.Reshape(new[] { 1.0, 2, 3, 4, 5, 6 }, (3, 2));
        NDArray[] g = Mx.Vjp(v => [Mx.Sum(Mx.MatMul(v[0], v[1]))], [w, x], [Point(1)]).Cotangents;
        Assert.Equal([3.0, 7, 11, 3, 7, 11], g[0].ToArray<double>());
        Assert.Equal([5.0, 5, 7, 7, 9, 9], g[1].ToArray<double>());
    }

    [Fact]
    public void LongChainEvaluatesAndDifferentiates()
    {
        const int length = 100_000;
        static NDArray Chain(NDArray x)
        {
            for (int i = 0; i < length; i++)
                x = x + 1.0;
            return x;
        }
        Assert.Equal(length, Chain(Point(0)).Item<double>());
        Assert.Equal(1.0, Derivative(Chain, Point(0)).Item<double>());
        Assert.Equal(1.0, Slope(Chain, Point(0)).Item<double>());
        Assert.Equal(length + 1.0, Mx.Vmap(v => [Chain(v[0])])([new[] { 1.0 }])[0].Item<double>());
    }
}
