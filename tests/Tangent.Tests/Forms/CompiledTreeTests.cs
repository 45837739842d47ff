using Xunit;

namespace Tangent.Tests.Forms;

/// <summary>Compiled functions of trees: traced once for each form, and with state that goes in and out.</summary>
public partial class CompiledTreeTests
{
    private static NDArray Number(float x) => Mx.Array(x);

    [Fact]
    public void ANewObjectOfAKnownFormIsNotTracedAgain()
    {
        Assert.Equal(1, Traces(i => new Record(Number(i), [Number(i)], null, 3)));
        Assert.Equal(1, Traces(i => new Class(Number(i)) { Layers = [new Record(Number(i), [], Number(i), 1)] }));
        Assert.Equal(1, Traces(i => new Dictionary<string, object> { ["a"] = Number(i), ["b"] = new List<object> { Number(i) } }));
        Assert.Equal(1, Traces(i => new Generic<(NDArray, int[])>((Number(i), [1, 2]))));
    }

    [Fact]
    public void AnotherFormIsTraced()
    {
        Assert.Equal(5, Traces(i => new Record(Number(i), [], null, i)));
        Assert.Equal(2, Traces(i => new Record(Number(i), [], i > 1 ? Number(i) : null, 0)));
        Assert.Equal(2, Traces(i => i > 1 ? new List<object> { Number(i), Number(i) } : new List<object> { Number(i) }));
        Assert.Equal(2, Traces(i => new Dictionary<string, NDArray> { [i > 1 ? "a" : "b"] = Number(i) }));
        Assert.Equal(2, Traces(i => (Number(i), i > 1 ? 0.0 : -0.0)));
        Assert.Equal(2, Traces(i => (Number(i), new[] { i > 1 ? 1f : 2f })));
        Assert.Equal(2, Traces(i => (Number(i), i > 1 ? "a" : "b")));
        Assert.Equal(2, Traces(i => (Number(i), i > 1 ? (object)1 : 1L)));
        Assert.Equal(2, Traces(i => Mx.Zeros(i > 1 ? new Shape([2]) : new Shape([3]))));
        Assert.Equal(2, Traces(i => Mx.Zeros(new Shape([2]), i > 1 ? DType.Int32 : DType.Float32)));
    }

    [Fact]
    public void AFormDecidesWhatIsComputed()
    {
        var f = Mx.Compile((NDArray x, string kind) => kind == "sine" ? Mx.Sin(x) : -x);
        Assert.Equal(-2, f(Number(2), "minus").Item<float>());
        Assert.Equal(MathF.Sin(2), f(Number(2), "sine").Item<float>(), 6);
        Assert.Equal(-3, f(Number(3), "minus").Item<float>());
        var g = Mx.Compile((NDArray x, float[] weights) => x * weights[0]);
        float[] weights = [2];
        Assert.Equal(6, g(Number(3), weights).Item<float>());
        weights[0] = 5;
        Assert.Equal(15, g(Number(3), weights).Item<float>());
    }

    [Fact]
    public void WhatIsNoArrayIsNotThatOfTheFirstCall()
    {
        int calls = 0;
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mx.Compile((NDArray x) => (x, ++calls))(Number(1)));
        Assert.StartsWith("Compile: the function's result holds, at '1', an Int32, which would be that of the first call in every call: return an array", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Mx.Compile((NDArray x) => (x, DateTime.Now))(Number(1)));
        Assert.Throws<ArgumentException>(() => Mx.Compile((NDArray x) => (x, new[] { 1.5 }))(Number(1)));
        var passing = Mx.Compile(((NDArray X, int Steps, string Name) s) => (s.X * 2, s.Steps, s.Name));
        Assert.Equal((3, "a"), passing((Number(1), 3, "a")) is var (_, steps, name) ? (steps, name) : default);
        Assert.Equal((4, "b"), passing((Number(1), 4, "b")) is var (_, steps2, name2) ? (steps2, name2) : default);
    }

    [Fact]
    public void UpToFourArguments()
    {
        (NDArray a, NDArray b, NDArray c, NDArray d) = (Number(1), Number(2), Number(3), Number(4));
        Assert.Equal(3, Mx.Compile((x, y) => x + y)(a, b).Item<float>());
        Assert.Equal(6, Mx.Compile((x, y, z) => x + y + z)(a, b, c).Item<float>());
        Assert.Equal(10, Mx.Compile((x, y, z, w) => x + y + z + w)(a, b, c, d).Item<float>());
        var f = Mx.Compile(((NDArray, NDArray) p, List<NDArray> q, NDArray z, int n) => new Record(p.Item1 + p.Item2 + q[0] + (z * n), [], null, 7));
        Assert.Equal(14, f((a, b), [c], d, 2).A.Item<float>());
        Assert.Equal(7, f((a, b), [c], d, 2).Count);
    }

    [Fact]
    public void StateGoesInAndOut()
    {
        int traces = 0;
        var state = new Dictionary<string, NDArray> { ["sum"] = Number(0), ["count"] = Number(0) };
        NDArray before = state["sum"];
        var step = Mx.Compile(
            (NDArray x) =>
            {
                traces++;
                state["sum"] += x;
                state["count"] += 1;
                return state["sum"] / state["count"];
            },
            inputs: state, outputs: state);
        for (int i = 1; i <= 4; i++)
            Assert.Equal((i + 1) / 2f, step(Number(i)).Item<float>());
        Assert.Equal((1, 10f, 4f, 0f), (traces, state["sum"].Item<float>(), state["count"].Item<float>(), before.Item<float>()));
        state["sum"] = Number(100);
        Assert.Equal(21, step(Number(5)).Item<float>());
    }

    [Fact]
    public void AssignedStateGoesOutThroughItsHandle()
    {
        NDArray w = new[] { 1f, 2 }, unseen = Number(1);
        var step = Mx.Compile(
            () =>
            {
                w[0] = w[0] * 2;
                return Mx.Sum(w) + unseen;
            },
            inputs: w, outputs: w);
        Assert.Equal([5f, 7, 11], new[] { step(), step(), step() }.Select(y => y.Item<float>()));
        Assert.Equal([8f, 2], w.ToArray<float>());
    }

    [Fact]
    public void AClassIsState()
    {
        var model = new Class(Number(1)) { Layers = [new Record(Number(2), [], null, 0)] };
        var step = Mx.Compile(
            (NDArray x) =>
            {
                model.Scale = model.Scale * x;
                model.Layers[0] = model.Layers[0] with { A = model.Layers[0].A + model.Scale };
                return model.Scale;
            },
            inputs: model, outputs: model);
        for (int i = 0; i < 3; i++)
            step(Number(2));
        Assert.Equal((8f, 16f), (model.Scale.Item<float>(), model.Layers[0].A.Item<float>()));
    }

    [Fact]
    public void AFailedTraceLeavesTheStateAsItWas()
    {
        bool fails = true;
        var state = new List<NDArray> { Number(1) };
        NDArray handle = new[] { 5f };
        var step = Mx.Compile(
            (NDArray x) =>
            {
                state[0] = state[0] + x;
                handle[..] = handle + x;
                return fails ? throw new InvalidOperationException("now") : Mx.Sum(handle);
            },
            inputs: (state, handle), outputs: (state, handle));
        Assert.Throws<InvalidOperationException>(() => step(Number(1)));
        Assert.Equal((1f, 5f), (state[0].Item<float>(), handle.Item<float>()));
        fails = false;
        Assert.Equal(6, step(Number(1)).Item<float>());
        Assert.Equal((2f, 6f), (state[0].Item<float>(), handle.Item<float>()));
    }

    [Fact]
    public void StateIsDifferentiatedInsideATransform()
    {
        var state = new List<NDArray> { Number(3) };
        var f = Mx.Compile((NDArray x) => x * state[0], inputs: state);
        Assert.Equal(3, f(Number(1)).Item<float>());
        state[0] = Number(4);
        Assert.Equal(4, f(Number(1)).Item<float>());
        Assert.Equal(4, Mx.Grad(f)(Number(1)).Item<float>());
    }

    private static int Traces<T>(Func<int, T> make)
    {
        int traces = 0;
        var f = Mx.Compile<T, NDArray>(tree =>
        {
            traces++;
            return Trees.Reduce((sum, x) => sum + Mx.Sum(x), tree, (NDArray)0f);
        });
        for (int i = 0; i < 5; i++)
            Assert.Equal(Trees.Flatten(make(i)).Sum(leaf => leaf.Array.AsType(DType.Float32).ToArray<float>().Sum()), f(make(i)).Item<float>());
        return traces;
    }

    [Tree]
    private sealed partial record Record(NDArray A, List<NDArray> More, NDArray? Empty, int Count);

    [Tree]
    private sealed partial class Class(NDArray scale)
    {
        public NDArray Scale { get; set; } = scale;

        public List<Record> Layers { get; init; } = [];
    }

    [Tree]
    private sealed partial record Generic<T>(T Value);
}
