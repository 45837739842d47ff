using Xunit;

namespace Tangent.Tests.Transforms;

public class JetTests
{
    private static readonly NDArray Zero = Mx.AsType(0.0, DType.Float64);

    private static NDArray?[] Line(int order) => [Mx.OnesLike(Zero), .. new NDArray?[order - 1]];

    private static double[] Along(Func<NDArray, NDArray> f, double at, int order) =>
        [.. Mx.Jet(f, Zero + at, Line(order)).Series.Select(derivative => derivative.Item<double>())];

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int k = 0; k < expected.Length; k++)
            Assert.True(Math.Abs(expected[k] - actual[k]) <= 1e-10 * Math.Max(1, Math.Abs(expected[k])), $"derivative {k + 1} is {actual[k]:R}, not {expected[k]:R}");
    }

    [Fact]
    public void KnownSeries()
    {
        double[] factorial = [1, 1, 2, 6, 24, 120, 720, 5040, 40320, 362880, 3628800];
        double[] orders = [.. Enumerable.Range(1, 10).Select(k => (double)k)];
        Near([.. orders.Select(_ => Math.Exp(0.5))], Along(Mx.Exp, 0.5, 10));
        Near([.. orders.Select(k => k % 2 == 0 ? 0 : k % 4 == 1 ? 1.0 : -1)], Along(Mx.Sin, 0, 10));
        Near([.. orders.Select(k => factorial[(int)k])], Along(x => 1 / (1 - x), 0, 10));
        Near([.. orders.Select(k => factorial[(int)k])], Along(x => Mx.Reciprocal(1 - x), 0, 10));
        Near([.. orders.Select(k => factorial[(int)k - 1] * (k % 2 == 1 ? 1 : -1))], Along(Mx.Log1p, 0, 10));
        Near([.. orders.Select(k => k % 2 == 0 ? 0 : factorial[(int)k - 1] * (k % 4 == 1 ? 1 : -1))], Along(Mx.ArcTan, 0, 10));
        Near([1, 0, -2, 0, 16, 0, -272, 0, 7936, 0], Along(Mx.Tanh, 0, 10));
        Near([1, 0, 2, 0, 16, 0, 272, 0, 7936, 0], Along(Mx.Tan, 0, 10));
        Near([0.5, -0.25, 0.375, -0.9375], Along(Mx.Sqrt, 1, 4));
        Near([5, 20, 60, 120, 120, 0, 0], Along(x => Mx.Power(x, 5), 1, 7));
        Near([5, 20, 60, 120, 120, 0, 0], Along(x => x * x * x * x * x, 1, 7));
    }

    [Fact]
    public void TheDerivativesOfACompositionAlongACurve()
    {
        // x = t² at t = 1, so that sin(x) has known derivatives.
        (NDArray y, NDArray[] dy) = Mx.Jet(Mx.Sin, Mx.AsType(1.0, DType.Float64), [Zero + 2, Zero + 2, null]);
        double c = Math.Cos(1), s = Math.Sin(1);
        Assert.Equal(s, y.Item<double>());
        Near([2 * c, 2 * c - 4 * s, -12 * s - 8 * c], [.. dy.Select(derivative => derivative.Item<double>())]);
    }

    [Fact]
    public void AnImplicitFunctionHasEveryDerivative()
    {
        // x³ = a: derivatives of the cube root at 8.
        Func<NDArray, NDArray> root = a => Mx.RootSolve(x => x * x * x - a, 1.0);
        Near([1.0 / 12, -1.0 / 144, 5.0 / 3456, -5.0 / 10368], Along(root, 8, 4));
        // (1 + t)·x = 1
        Near([-1, 2, -6, 24], Along(t => Mx.LinearSolve(v => (1 + t) * v, Mx.OnesLike(t), LinearSolver.Gmres()), 0, 4));
        Near([-1, 2, -6, 24], Along(t => Mx.Linalg.Solve(Mx.Reshape(1 + t, (1, 1)), Mx.Ones(1, DType.Float64))[0], 0, 4));
    }

    // Nested, order 12 would be four thousand times the graph.
    [Fact]
    public void TheGraphGrowsLikeAPower()
    {
        NDArray x = Mx.Sin(Mx.Arange(0.0, 3, 1, DType.Float64));
        int Nodes(int order)
        {
            NDArray[] dy = Mx.Jet(v => Mx.Tanh(Mx.Exp(v) * v) / (1 + Mx.Sigmoid(v)), x, [Mx.OnesLike(x), .. new NDArray?[order - 1]]).Series;
            return GraphSort.Order(NDArray.NodesOf(dy), node => node.Inputs).Count;
        }
        Assert.True(Nodes(12) < 8 * Nodes(6), $"{Nodes(6)} and {Nodes(12)}");
        Assert.True(Nodes(12) < 6000, $"{Nodes(12)}");
    }

    [Fact]
    public void FormsAndParts()
    {
        NDArray a = new[] { 1.0, 2 }, b = new[] { 3.0, 4 };
        (NDArray[] y, NDArray[][] dy) = Mx.Jet(v => [v[0] * v[1], v[1], Mx.ArgMax(v[0])], [a, b], [[b, null], null]);
        Assert.Equal([9.0, 16], dy[0][0].ToArray<double>());
        Assert.Equal([0.0, 0], dy[0][1].ToArray<double>());
        Assert.Equal([0.0, 0], dy[1][0].ToArray<double>());
        Assert.Equal(y[2].Spec, dy[2][1].Spec);
        ((NDArray P, NDArray Q) z, (NDArray P, NDArray Q)[] dz) = Mx.Jet(((NDArray, NDArray) p) => (p.Item1 * p.Item2, p.Item2), (a, b), [(a, b), (null!, a)]);
        Assert.Equal([3.0, 8], z.P.ToArray<double>());
        Assert.Equal([6.0, 16], dz[0].P.ToArray<double>());
        // (ab)'' = a''b + 2a'b' + ab''
        Assert.Equal([2 * 3.0 + 1, 2 * 8.0 + 4], dz[1].P.ToArray<double>());
        Assert.Equal(2, Mx.Jet(v => [v[0] + v[1]], [a, b], [[b], [a, a]]).Series[0].Length);
        Assert.Equal(0.5f, Mx.Jet(v => v * v, 0.25, [1.0]).Series[0].Item<float>());
    }

    [Fact]
    public void WithinAndAroundOtherTransforms()
    {
        NDArray x = new[] { 0.3, -0.5, 0.8 };
        Func<NDArray, NDArray> f = v => Mx.Exp(v) * Mx.Sin(v * Mx.Sum(v)), third = v => Mx.Jet(f, v, [Mx.Ones(3, DType.Float64), null, null]).Series[2];
        Func<NDArray, NDArray> one = v => Mx.Jvp(f, v, Mx.Ones(3, DType.Float64)).Tangents, two = v => Mx.Jvp(one, v, Mx.Ones(3, DType.Float64)).Tangents, three = v => Mx.Jvp(two, v, Mx.Ones(3, DType.Float64)).Tangents;
        NDArray batch = Mx.Stack([x, 2 * x]);
        Same(three(x), third(x));
        Same(Mx.JacRev(three)(x), Mx.JacRev(third)(x));
        Same(Mx.JacFwd(three)(x), Mx.JacFwd(third)(x));
        Same(Mx.Vmap(three)(batch), Mx.Vmap(third)(batch));
        Same(three(x), Mx.Compile(third)(x));
        Same(Mx.Jvp(v => Mx.Grad((NDArray u) => Mx.Sum(f(u)))(v), x, x).Tangents, Mx.Jet(Mx.Grad((NDArray u) => Mx.Sum(f(u))), x, [x]).Series[0]);

        static void Same(NDArray expected, NDArray actual) => Assert.True(Mx.AllClose(expected, actual, 1e-10, 1e-10).Item<bool>(), $"{expected}, {actual}");
    }

    [Fact]
    public void ALongChain()
    {
        NDArray[] dy = Mx.Jet(v => { for (int i = 0; i < 5_000; i++) v = v + 1e-4 * Mx.Sin(v); return v; }, Zero + 1, Line(3)).Series;
        Assert.All(dy, derivative => Assert.True(double.IsFinite(derivative.Item<double>())));
    }

    [Fact]
    public void WhatIsRefused()
    {
        NDArray x = new[] { 1.0, 2 };
        Assert.Contains("Jet: tangent 0 has shape [], its primal has [2]", Assert.Throws<ArgumentException>(() => Mx.Jet(v => v, x, [x, Zero])).Message, StringComparison.Ordinal);
        Assert.Contains("Jet: there is no derivative", Assert.Throws<ArgumentException>(() => Mx.Jet(v => v, x, [])).Message, StringComparison.Ordinal);
        Assert.Contains("Jet: 1 series for 2 primals", Assert.Throws<ArgumentException>(() => Mx.Jet(v => v, [x, x], [[x]])).Message, StringComparison.Ordinal);
        Assert.Throws<MissingRuleException>(() => Mx.Jet(Mx.HostCall(v => v, 2, DType.Float64), x, [x]));
    }
}
