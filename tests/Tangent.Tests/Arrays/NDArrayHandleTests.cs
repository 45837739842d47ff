using Xunit;

namespace Tangent.Tests.Arrays;

/// <summary>What is assigned to one handle shows in no other: results and arguments of functions have handles of their own.</summary>
public class NDArrayHandleTests
{
    private static readonly Dictionary<string, Func<NDArray, NDArray>> NothingToDo = new()
    {
        ["AsType"] = x => Mx.AsType(x, x.DType),
        ["Array"] = x => Mx.Array(x),
        ["Reshape"] = x => Mx.Reshape(x, x.Shape),
        ["Flatten"] = x => Mx.Flatten(x, 1),
        ["Unflatten"] = x => Mx.Unflatten(x, 0, 2),
        ["Squeeze"] = x => Mx.Squeeze(x),
        ["ExpandDims"] = x => Mx.ExpandDims(x, Axes.Create([])),
        ["BroadcastTo"] = x => Mx.BroadcastTo(x, x.Shape),
        ["BroadcastArrays"] = x => Mx.BroadcastArrays(x)[0],
        ["Transpose"] = x => Mx.Transpose(x, (0, 1)),
        ["MoveAxis"] = x => Mx.MoveAxis(x, 1, 1),
        ["SwapAxes"] = x => Mx.SwapAxes(x, 0, 0),
        ["AtLeast2D"] = x => Mx.AtLeast2D(x),
        ["AtLeast1D"] = x => Mx.AtLeast1D(x),
        ["Concatenate"] = x => Mx.Concatenate([x]),
        ["Split"] = x => Mx.Split(x, 1)[0],
        ["Flip"] = x => Mx.Flip(x, Axes.Create([])),
        ["Roll"] = x => Mx.Roll(x, 0),
        ["Roll along an axis"] = x => Mx.Roll(x, 0, 0),
        ["Tile"] = x => Mx.Tile(x, 1),
        ["Repeat"] = x => Mx.Repeat(x, 1, 0),
        ["Pad"] = x => Mx.Pad(x, 0),
        ["Pad by edges"] = x => Mx.Pad(x, 0, PadMode.Edge),
        ["Diff"] = x => Mx.Diff(x, 0),
        ["Contiguous"] = x => Mx.Contiguous(x),
        ["StopGradient"] = x => Mx.StopGradient(x),
        ["Real"] = Mx.Real,
        ["Conjugate"] = Mx.Conjugate,
        ["Power"] = x => Mx.Power(x, 1),
        ["Positive"] = x => +x,
        ["View"] = x => Mx.View(x, x.DType),
        ["Sum over no axes"] = x => Mx.Sum(x, Axes.Create([])),
        ["Max over no axes"] = x => Mx.Max(x, Axes.Create([])),
        ["Full"] = x => Mx.Full(x.Shape, x),
        ["Triu"] = x => Mx.Triu(x, int.MinValue),
        ["all of it by brackets"] = x => x[..],
        ["PutAlongAxis"] = x => Mx.PutAlongAxis(x, Mx.Zeros((2, 0), DType.Int32), Mx.Zeros((2, 0)), 1),
        ["SliceUpdate"] = x => Mx.SliceUpdate(Mx.Zeros(x.Shape, x.DType), x, Mx.Zeros(0, DType.Int32), Axes.Create([])),
        ["Add at no place"] = x => x.At[2..].Add(1.0),
        ["LinearSolve"] = x => Mx.LinearSolve(v => v, x),
        ["RootSolve"] = x => Mx.RootSolve(v => v - x, x),
        ["FixedPoint"] = x => Mx.FixedPoint(v => x, x),
        ["JvpMany"] = x => Mx.JvpMany((NDArray v) => v, Mx.Zeros(x.Shape.Without([0]), x.DType), x).Tangents,
        ["SparseJacobian"] = x => Mx.Reshape(Mx.SparseJacobian((NDArray v) => v * x)(Mx.Ones(x.Shape, DType.Float64)).Values, x.Shape),
        ["Jet"] = x => Mx.Jet((NDArray v) => v, x, [x]).Series[0],
        ["Jvp's tangent"] = x => Mx.Jvp(v => v, [x], [x]).Tangents[0],
        ["Vjp's cotangent"] = x => Mx.Vjp(v => v, [x], [x]).Cotangents[0],
        ["Vmap"] = x => Mx.Vmap((NDArray[] v) => v)([x])[0],
        ["Vmap of an argument that all share"] = x => Mx.Vmap(v => [v[1]], [0, null], [null])([Mx.Zeros(2), x])[0],
        ["Linearize"] = x => Mx.Linearize(v => v, [x]).Push([x])[0],
        ["LinearTranspose"] = x => Mx.LinearTranspose(v => v, [x])([x])[0],
        ["Compile"] = x => Mx.Compile((NDArray[] v) => v)([x])[0],
        ["Checkpoint"] = x => Mx.Checkpoint((NDArray[] v) => v)([x])[0],
        ["CustomFunction"] = x => Mx.CustomFunction((NDArray[] v) => v)([x])[0],
        ["Grad"] = x => Mx.Grad((NDArray v) => Mx.Sum(v * x))(x),
        ["ValueAndGrad"] = x => Mx.ValueAndGrad((NDArray v) => Mx.Sum(v * x))(x).Gradient,
        ["JacFwd"] = x => Mx.JacFwd((NDArray v) => v * x)(Mx.Ones([], DType.Float64)),
        ["JacRev"] = x => Mx.Reshape(Mx.JacRev((NDArray v) => Mx.Sum(v * x))(x), x.Shape),
        ["Hvp"] = x => Mx.Hvp((NDArray v) => Mx.Sum(v * v) / 2.0, x, x).Product,
        ["WhileLoop without a step"] = x => Mx.WhileLoop(v => Mx.Sum(v) < 0, v => v + 1, x),
        ["Scan's state"] = x => Mx.Scan((state, row) => (state, row), x, Mx.Zeros(3)).State,
        ["Scan's results"] = x => Mx.Scan((state, row) => (state, row), Mx.Zeros(1), x).Results,
        ["ExportFunction"] = x => Export.Exported.Through(v => v, x)([x])[0],
        ["Exporter"] = x => Export.Exported.Through(v => [v[0], x], x)([x])[1],
        ["HostCall"] = x => Mx.HostCall(v => v, x.Shape, x.DType)(x),
        ["Trees.Map"] = x => Trees.Map(v => v, (x, x)).Item1,
        ["Trees.Map of two"] = x => Trees.Map((_, v) => v, (x, x), (x, x)).Item2,
        ["Trees.MapWithPath"] = x => Trees.MapWithPath((_, v) => v, new Dictionary<string, NDArray> { ["x"] = x })["x"],
        ["Trees.Flatten"] = x => Trees.Flatten((x, x))[1].Array,
        ["Trees.Unflatten"] = x => Trees.Unflatten((x, x), [("0", x), ("1", x)]).Item2,
        ["Trees.Unflatten to dictionaries"] = x => (NDArray)((List<object>)Trees.Unflatten([("0", x)]))[0],
        ["Trees.Unflatten to an array"] = x => (NDArray)Trees.Unflatten([("", x)]),
        ["Trees.Merge of the first"] = x => Trees.Merge<(NDArray?, NDArray?)>((x, null), (null, x)).Item1!,
        ["Trees.Merge of the second"] = x => Trees.Merge<List<NDArray>>([], [x])[0],
        ["Trees.Merge of both"] = x => Trees.Merge((x, x), (x, x), (_, v) => v).Item1,
    };

    private static readonly Dictionary<string, Func<Func<NDArray[], NDArray[]>, NDArray, NDArray>> Transforms = new()
    {
        ["Jvp"] = (f, x) => Mx.Jvp(f, [x], [null]).Outputs[0],
        ["Vjp"] = (f, x) => Mx.Vjp(f, [x], [null]).Outputs[0],
        ["ValueAndGrad"] = (f, x) => Mx.ValueAndGrad(v => [Mx.Sum(f(v[1..])[0]), v[0]], 0)([x, x]).Value[0],
        ["Vmap"] = (f, x) => Mx.Vmap(f)([Mx.Reshape(x, (1, 2, 2))])[0],
        ["Vmap of an argument that all share"] = (f, x) => Mx.Vmap(v => [f(v[1..])[0] + v[0]], [0, null])([Mx.Zeros(1, DType.Float64), x])[0],
        ["Linearize"] = (f, x) => Mx.Linearize(f, [x]).Outputs[0],
        ["Compile"] = (f, x) => Mx.Compile(f)([x])[0],
        ["Trees.Map"] = (f, x) => Trees.Map(v => f([v])[0], (x, x)).Item2,
        ["Compile of trees, within a transform"] = (f, x) => Mx.Jvp(v => [Mx.Compile<NDArray, NDArray>(z => f([z])[0])(x) + v[0]], [Mx.Zeros(1, DType.Float64)], [null]).Outputs[0],
        ["Checkpoint"] = (f, x) => Mx.Checkpoint(f)([x])[0],
        ["Checkpoint within a transform"] = (f, x) => Mx.Jvp(v => Mx.Checkpoint(f)([x + v[0]]), [Mx.Zeros(1, DType.Float64)], [null]).Outputs[0],
        ["CustomFunction"] = (f, x) => Mx.CustomFunction(f)([x])[0],
        ["ExportFunction"] = (f, x) => Export.Exported.Through(f, x)([x])[0],
    };

    // Found by reflection: the law of handles calls all other functions by itself. What these two make is of no argument's shape.
    [Fact]
    public void EveryFunctionOfFunctionsIsInTheTable()
    {
        string[] missing = [.. typeof(Mx).GetMethods()
            .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType.IsSubclassOf(typeof(Delegate))))
            .Select(method => method.Name).Distinct()
            .Where(name => name is not ("Hessian" or "CheckGrads" or "JacobianPattern") && !NothingToDo.Keys.Any(entry => entry.StartsWith(name, StringComparison.Ordinal)))];
        Assert.True(missing.Length == 0, $"not in the table: {string.Join(", ", missing)}");
    }

    public static TheoryData<string, int> Functions => new(NothingToDo.Keys.SelectMany(name => new[] { (name, 2), (name, 128) }));

    public static TheoryData<string> TransformNames => [.. Transforms.Keys];

    /// <summary>The bigger one is kept by a weak reference to its handle.</summary>
    [Theory, MemberData(nameof(Functions))]
    public void AssigningToAResultLeavesTheArgument(string name, int size)
    {
        NDArray x = Mx.Ones((2, size * size), DType.Float64) * 1.0;
        NDArray y = NothingToDo[name](x);
        y[.., ..] = 5.0;
        Assert.Equal(2.0 * size * size, Mx.Sum(x).Item<double>());
        Assert.Equal(10.0 * size * size, Mx.Sum(y).Item<double>());
        y = NothingToDo[name](x);
        x[.., ..] = 5.0;
        Assert.Equal(2.0 * size * size, Mx.Sum(y).Item<double>());
    }

    [Theory, MemberData(nameof(TransformNames))]
    public void AFunctionThatAssignsToItsArgumentLeavesTheCallers(string name)
    {
        NDArray x = Mx.Array(new[,] { { 1.0, 2 }, { 3, 4 } });
        NDArray y = Transforms[name](v => { v[0][0] = v[0][1] * 10; return [v[0]]; }, x);
        Assert.Equal(name == "ValueAndGrad" ? 77.0 : 30.0, y.ToArray<double>()[0]);
        Assert.Equal([1.0, 2, 3, 4], x.ToArray<double>());
    }

    private static readonly Dictionary<string, Func<Func<NDArray[], NDArray[]>, NDArray, NDArray[]>> SeveralResults = new()
    {
        ["Jvp"] = (f, x) => { (NDArray[] y, NDArray[] dy) = Mx.Jvp(f, [x], [x]); return [.. y, .. dy]; },
        ["Vjp"] = (f, x) => { (NDArray[] y, NDArray[] ct) = Mx.Vjp(f, [x], [x, x]); return [.. y, .. ct]; },
        ["ValueAndGrad"] = (f, x) => { (NDArray[] y, NDArray[] g) = Mx.ValueAndGrad(v => [Mx.Sum(v[0]), .. f(v)], 0)([x]); return [.. y, .. g]; },
        ["Linearize"] = (f, x) => { (NDArray[] y, Func<NDArray?[], NDArray[]> push) = Mx.Linearize(f, [x]); return [.. y, .. push([x]), .. push([x])]; },
        ["LinearTranspose"] = (_, x) => Mx.LinearTranspose(v => [v[0], v[1]], [x, x])([x, x]),
        ["Vmap"] = (f, x) => Mx.Vmap(f)([x]),
        ["Compile"] = (f, x) => Mx.Compile(f)([x]),
        ["Compile within a transform"] = (f, x) => Mx.Jvp(Mx.Compile(f), [x], [null]).Outputs,
        ["Checkpoint"] = (f, x) => Mx.Checkpoint(f)([x]),
        ["Checkpoint within a transform"] = (f, x) => { NDArray[]? y = null; Mx.Jvp(v => { y = Mx.Checkpoint(f)(v); return y; }, [x], [x]); return y!; },
        ["Checkpoint of another array within a transform"] = (f, x) => { NDArray[]? y = null; Mx.Jvp(v => { y = Mx.Checkpoint(f)([x]); return v; }, [Mx.Zeros(1)], [null]); return y!; },
        ["ExportFunction"] = (f, x) => Export.Exported.Through(f, x)([x]),
        ["CustomFunction"] = (f, x) => Mx.CustomFunction(f)([x]),
        ["CustomFunction of another array within a transform"] = (f, x) => { NDArray[]? y = null; Mx.Jvp(v => { y = Mx.CustomFunction(f)([x]); return v; }, [Mx.Zeros(1)], [null]); return y!; },
        ["a tuple"] = (f, x) => { ((NDArray A, NDArray B) y, (NDArray A, NDArray B) dy) = Mx.Jvp(v => (f([v])[0], f([v])[1]), x, x); return [y.A, y.B, dy.A, dy.B]; },
    };

    public static TheoryData<string> SeveralNames => [.. SeveralResults.Keys];

    /// <summary>The function returns one handle twice, which may be one that it captured.</summary>
    [Theory, MemberData(nameof(SeveralNames))]
    public void EqualResultsHaveHandlesOfTheirOwn(string name)
    {
        NDArray x = new[] { 1.0, 2 }, captured = new[] { 1.0, 2 };
        foreach (Func<NDArray[], NDArray[]> f in new Func<NDArray[], NDArray[]>[] { v => { NDArray y = v[0] * 2; return [y, y]; }, v => [v[0], v[0]], v => [captured, captured] })
        {
            NDArray[] results = SeveralResults[name](f, x);
            Assert.Equal(results.Length, results.Distinct(ReferenceEqualityComparer.Instance).Count());
            Assert.All(results, result => Assert.NotSame(captured, result));
            Assert.All(results, result => Assert.NotSame(x, result));
        }
    }

    [Fact]
    public void WhatALinearizedFunctionReturnsIsNotItsMemory()
    {
        NDArray c = Mx.Ones(2, DType.Float64);
        (_, Func<NDArray?[], NDArray[]> push) = Mx.Linearize(v => [v[0] * c, c], [new[] { 1.0, 2 }]);
        NDArray first = push([new[] { 3.0, 4 }])[0];
        first[0] = 100.0;
        c[0] = 7.0;
        Assert.Equal([3.0, 4], push([new[] { 3.0, 4 }])[0].ToArray<double>());
    }

    [Fact]
    public void AnAlteredCaptureUnderVmapSaysThatItHasNoValue()
    {
        NDArray outer = Mx.Zeros(3, DType.Float64);
        Mx.Vmap((NDArray[] v) => { outer[0] = v[0]; return v; })([new[] { 1.0, 2 }]);
        Assert.Contains("Vmap", Assert.Throws<InvalidOperationException>(() => outer.ToArray<double>()).Message, StringComparison.Ordinal);
    }
}
