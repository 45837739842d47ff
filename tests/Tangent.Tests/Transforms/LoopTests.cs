using Xunit;

namespace Tangent.Tests.Transforms;

public class LoopTests
{
    private static readonly NDArray X = new[] { 2.0, 9.0, 0.25 };

    private static NDArray Point(double value) => Mx.Array(value, DType.Float64);

    // Newton's square root: the number of steps depends on the value, which the loop captures.
    private static NDArray Root(NDArray x) => Mx.WhileLoop(s => Mx.Abs(s * s - x) > 1e-13 * x, s => (s + x / s) * 0.5, Mx.Ones([], DType.Float64) * x);

    // The same with the value in the state, and a counter.
    private static NDArray[] Counted(NDArray x) => Mx.WhileLoop(
        s => Mx.Abs(s[0] * s[0] - s[1]) > 1e-13 * s[1], s => [(s[0] + s[1] / s[0]) * 0.5, s[1], s[2] + 1], [x, x, Mx.Zeros([], DType.Int32)]);

    private static NDArray Mapped(Func<NDArray, NDArray> f, NDArray x) => Mx.Vmap(v => [f(v[0])])([x])[0];

    private static NDArray Slope(Func<NDArray, NDArray> f, NDArray x) => Mx.Jvp(f, x, Mx.OnesLike(x)).Tangents;

    public static TheoryData<bool> Forms => [true, false];

    [Theory, MemberData(nameof(Forms))]
    public void ALoopUnderEveryTransformThatForwardModeServes(bool captures)
    {
        Func<NDArray, NDArray> f = captures ? Root : x => Counted(x)[0], expected = Mx.Sqrt;
        foreach (Func<Func<NDArray, NDArray>, NDArray> transform in new Func<Func<NDArray, NDArray>, NDArray>[]
        {
            g => g(Point(2)),
            g => Mx.Compile(g)(Point(2)),
            g => Mapped(g, X),
            g => Mapped(Mx.Compile(g), X),
            g => Mx.Compile((NDArray x) => Mapped(g, x))(X),
            g => Slope(g, Point(2)),
            g => Mx.Grad(g)(Point(2)),
            g => Mx.Grad(Mx.Grad(g))(Point(2)),
            g => Mx.Compile((NDArray x) => Slope(g, x))(Point(2)),
            g => Mapped(x => Slope(g, x), X),
            g => Slope(z => Mapped(g, z), X),
            g => Mx.Compile((NDArray x) => Slope(y => Slope(g, y), x))(Point(2)),
            g => Mapped(x => Slope(y => Slope(g, y), x), X),
            g => Mx.JacFwd(z => Mapped(g, z))(X),
            g => Mapped(x => Mapped(g, x * X), X),
            g => Slope(Mx.Checkpoint(g), Point(2)),
            g => Mx.Linearize(z => Mapped(g, z), X).Push(X),
        })
            Assert.Equal(transform(expected).ToArray<double>(), transform(f).ToArray<double>(), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void EachExampleStopsByItself()
    {
        int[] steps = [.. new[] { 2.0, 9.0, 0.25 }.Select(x => Counted(Point(x))[2].Item<int>())];
        Assert.Equal(steps, Mx.Vmap(v => [Counted(v[0])[2]])([X])[0].ToArray<int>());
        Assert.True(steps.Distinct().Count() > 1);
    }

    [Fact]
    public void ALoopWhoseLengthIsKnownIsDifferentiatedInReverseUnderEveryTransform()
    {
        Func<NDArray, NDArray> f = x => Mx.WhileLoop(s => s[0] < 5, s => [s[0] + 1, s[1] * x], [0, x])[1];
        Assert.Equal(6 * 32.0, Mx.Compile(Mx.Grad(f))(Point(2)).Item<double>());
        Assert.Equal([6 * 32.0, 6.0], Mapped(Mx.Grad(f), new[] { 2.0, 1.0 }).ToArray<double>());
        Func<NDArray, NDArray> scan = x => Mx.Scan((s, _) => (s * x, s), x, Mx.Zeros(5, DType.Float64)).State;
        Assert.Equal(6 * 32.0, Mx.Compile(Mx.Grad(scan))(Point(2)).Item<double>());
        Assert.Equal([6 * 32.0, 6.0], Mapped(Mx.Grad(scan), new[] { 2.0, 1.0 }).ToArray<double>());
        Assert.Equal([2.0, 4, 8, 16, 32], Mx.Scan((s, _) => (s * 2, s), Point(2), Mx.Zeros(5)).Results.ToArray<double>());
        Assert.Equal(15.0, Mx.Scan((s, x) => (s + x, x), 0.0, Mx.Arange(0.0, 6.0, dtype: DType.Float64)).State.Item<double>());
    }

    [Fact]
    public void ReverseModeOfALoopOfUnknownLengthIsRefused()
    {
        Assert.Equal("WhileLoop", Assert.Throws<MissingRuleException>(() => Mx.Compile(Mx.Grad(Root))(Point(2))).Primitive);
        Assert.Equal("WhileLoop", Assert.Throws<MissingRuleException>(() => Mx.Grad(z => Mx.Sum(Mapped(Root, z)))(X)).Primitive);
    }

    [Fact]
    public void WhatIsWrongWithALoopIsSaid()
    {
        Refusal.Argument("WhileLoop: array 0 of the state is float64[] before a step and float64[1] after it.", () => Mx.WhileLoop(s => s[0] < 5, s => [Mx.Reshape(s[0], 1)], [Point(1)]));
        Refusal.Argument("WhileLoop: the state has 1 arrays before a step and 2 after it.", () => Mx.Compile(x => Mx.WhileLoop(s => s[0] < 5, s => [s[0], s[0]], x))([Point(1)]));
        Refusal.Argument("WhileLoop: the condition has shape [3]; it must be a scalar.", () => Mx.WhileLoop(s => s < 5, s => s, X));
        Refusal.Argument("Scan: array 1 has shape [3], not 2 slices along axis 0.", () => Mx.Scan((s, x) => (s, x), [X], [Mx.Zeros(2), X]));
        Refusal.Argument("Scan: array 0 of the state is float64[3] before a step and float64[] after it.", () => Mx.Scan((s, x) => (Mx.Sum(s), x), X, X));
        Refusal.Argument("Scan: there is no step to take: give arrays with slices, or a length.", () => Mx.Scan((s, x) => (s, x), X, Mx.Zeros(0)));
        Assert.Throws<InvalidOperationException>(() => Mx.Compile((NDArray x) => Mx.WhileLoop(s => s < 5, s => s + Mx.Random.Uniform(shape: new Shape([])), x))(Mx.Zeros([])));
    }
}
