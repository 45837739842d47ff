using Xunit;

namespace Tangent.Tests.Transforms;

public class HostCallTests
{
    private static readonly NDArray X = new[] { 0.5, 1.0, 2.0 };

    // Loops of C# over numbers; the rules are operations of arrays.
    private static readonly Func<NDArray, NDArray> Sin = Mx.HostCall(
        x => x.ToArray<double>().Select(Math.Sin).ToArray(), 3, DType.Float64, jvp: (x, dx) => dx * Mx.Cos(x));

    private static readonly Func<NDArray, NDArray> SinByVjp = Mx.HostCall(
        x => x.ToArray<double>().Select(Math.Sin).ToArray(), 3, DType.Float64, vjp: (x, ct, _) => ct * Mx.Cos(x));

    private static readonly Func<NDArray[], NDArray[]> SumAndCount = Mx.HostCall(
        x => [Mx.Array(x[0].ToArray<double>().Sum() + x[1].Item<double>(), DType.Float64), Mx.Array(x[0].Shape[0], DType.Int32)],
        [([], DType.Float64), ([], DType.Int32)]);

    public static TheoryData<string> Names => ["jvp", "vjp"];

    private static void Same(NDArray expected, NDArray actual) =>
        Assert.Equal(expected.ToArray<double>(), actual.ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-12);

    [Theory, MemberData(nameof(Names))]
    public void EveryTransformGoesThroughAHostCall(string rule)
    {
        Func<NDArray, NDArray> f = rule == "jvp" ? Sin : SinByVjp, expected = Mx.Sin;
        foreach (Func<Func<NDArray, NDArray>, NDArray> transform in new Func<Func<NDArray, NDArray>, NDArray>[]
        {
            g => g(X),
            g => g(Mx.Flip(X * 2)),
            g => Mx.Compile((NDArray x) => g(x * 2) + x)(X),
            g => Mx.Jvp(g, X, X).Tangents,
            g => Mx.Grad(x => Mx.Sum(g(x) * x))(X),
            g => Mx.Hessian(x => Mx.Sum(g(x) * x))(X),
            g => Mx.JacFwd(g)(X),
            g => Mx.JacRev(g)(X),
            g => Mx.Vmap(v => [g(v[0])])([Mx.Stack([X, X * 2])])[0],
            g => Mx.Vmap(v => [g(v[0])], [1], [1])([Mx.Stack([X, X * 2], 1)])[0],
            g => Mx.Vmap(v => Mx.Vmap(w => [g(w[0]) * v[1]])([v[0]]))([Mx.Ones((2, 2, 3), DType.Float64), Mx.Arange(0.0, 2.0, dtype: DType.Float64)])[0],
            g => Mx.Vmap(v => [Mx.Grad(x => Mx.Sum(g(x) * x))(v[0])])([Mx.Stack([X, X * 2])])[0],
            g => Mx.Grad(z => Mx.Sum(Mx.Vmap(v => [g(v[0]) * v[0]])([z])[0]))(Mx.Stack([X, X * 2])),
            g => Mx.Compile(Mx.Grad(x => Mx.Sum(Mx.Checkpoint(g)(x))))(X),
            g => Mx.Linearize(g, X).Push(X),
        })
            Same(transform(expected), transform(f));
    }

    [Fact]
    public void SeveralArgumentsAndResultsOfOtherTypes()
    {
        NDArray[] y = Mx.Vmap(v => SumAndCount(v), [0, null])([Mx.Stack([X, X * 2]), Mx.Array(1.0, DType.Float64)]);
        Assert.Equal([4.5, 8.0], y[0].ToArray<double>());
        Assert.Equal([3, 3], y[1].ToArray<int>());
        y = Mx.Compile(SumAndCount)([X, Mx.Array(0.25, DType.Float64)]);
        Assert.Equal(3.75, y[0].Item<double>());
    }

    [Fact]
    public void TheUsersVmapIsUsed()
    {
        var f = Mx.HostCall(x => [x[0] * 2], [(3, DType.Float64)], vmap: (x, axes) => ([x[0] * 100], axes));
        Assert.Equal([50.0, 100, 200], f([X])[0].ToArray<double>().Select(value => value * 50));
        Same(Mx.Stack([X, X]) * 100, Mx.Vmap(f)([Mx.Stack([X, X])])[0]);
    }

    [Fact]
    public void ItRunsWhenValuesAreComputedAndMayUseWhateverItLikes()
    {
        int calls = 0;
        NDArray? kept = null;
        Func<NDArray, NDArray> inner = Mx.Compile((NDArray v) => Mx.Sin(v));
        Func<NDArray, NDArray> f = Mx.HostCall(x => { calls++; kept = x; return Mx.Grad(v => Mx.Sum(inner(v)))(x); }, 3, DType.Float64);
        NDArray y = Mx.Compile((NDArray x) => f(x) + 1)(X);
        Assert.Equal(1, calls);
        Same(Mx.Cos(X) + 1, y);
        Mx.Grad(x => { Assert.Equal(Math.Cos(0.5), f(Mx.StopGradient(x))[0].Item<double>(), 12); return Mx.Sum(x); })(X);
        for (int i = 0; i < 10; i++)
            Mx.Eval(Mx.Ones(3, DType.Float64) * i);
        Same(X, kept!);
    }

    [Fact]
    public void WhatIsWrongIsSaid()
    {
        var f = Mx.HostCall(x => x[0] * 1f, 3, DType.Float64);
        Assert.StartsWith("Jvp: the operation HostCall has no rule", Assert.Throws<MissingRuleException>(() => Mx.Jvp(f, X, X)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Vjp: the operation HostCall has no rule", Assert.Throws<MissingRuleException>(() => Mx.Grad(x => Mx.Sum(f(x)))(X)).Message, StringComparison.Ordinal);
        Assert.StartsWith("HostCall: result 0 is float64[], not float64[3]", Assert.Throws<ArgumentException>(() => f(X).Eval()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Mx.HostCall((Func<NDArray[], NDArray[]>)null!, []));
        var throws = Mx.HostCall(_ => throw new NotImplementedException("mine"), 3, DType.Float64);
        Assert.Equal("mine", Assert.Throws<NotImplementedException>(() => throws(X).Eval()).Message);
    }
}
