using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>Each transform over one array, several, and trees gives what its form over lists of arrays gives.</summary>
public class TypedFormTests
{
    private static readonly NDArray X = new[,] { { 1.0, 2, 3 }, { 4, 5, 6 } };
    private static readonly NDArray W = new[] { 2.0, 3, 5 };

    private static double[] Values(NDArray x) => x.ToArray<double>();

    [Fact]
    public void AFunctionThatBothAnArrayAndAListWouldFitIsOneOfAnArray()
    {
        Assert.Equal([0.0, 1, 0, 0, 0, 1], Values(Mx.JacRev(v => v[1..])(W)));
        Assert.Equal([0.0, 1, 0, 0, 0, 1], Values(Mx.JacFwd(v => v[1..])(W)));
        Assert.Equal([2.0, 3, 5, 6], Values(Mx.Vmap(v => v[1..])(X)));
        Assert.Equal([3.0, 5], Values(Mx.Compile(v => v[1..])(W)));
        Assert.Equal([3.0, 5], Values(Mx.Checkpoint(v => v[1..])(W)));
        Assert.Equal([3.0, 5], Values(Mx.CustomFunction(v => v[1..])(W)));
        Assert.Equal([1.0, 0, 0], Values(Mx.Grad(v => v[0])(W)));
        Assert.Equal(9, Mx.Hessian(v => v[0] * v[0])(W).Size);
        Mx.CheckGrads(v => v[1..], W);
    }

    [Fact]
    public void AFunctionOfAListIsStillOne()
    {
        Assert.Equal([2.0, 4, 6, 8, 10, 12], Values(Mx.Vmap(v => [v[0] * 2])([X])[0]));
        Assert.Equal([4.0, 6, 10], Values(Mx.Compile(v => [v[0] * 2])([W])[0]));
        Assert.Equal([4.0, 6, 10], Values(Mx.Checkpoint(v => [v[0] * 2])([W])[0]));
        Assert.Equal([4.0, 6, 10], Values(Mx.CustomFunction(v => [v[0] * 2])([W])[0]));
    }

    [Fact]
    public void VmapTakesAxesForEachArgument()
    {
        Assert.Equal([23.0, 53], Values(Mx.Vmap((x, w) => Mx.Sum(x * w), inAxes: (0, null))(X, W)));
        Assert.Equal([2.0, 8, 6, 15, 15, 30], Values(Mx.Vmap((x, w) => x * w, inAxes: (1, 0))(X, W)));
        Assert.Equal([2.0, 6, 15, 8, 15, 30], Values(Mx.Vmap((x, w) => x * w, inAxes: (1, 0), outAxes: 1)(X, W)));
        Assert.Equal([5.0, 7, 9], Values(Mx.Vmap(x => Mx.Sum(x), inAxes: -1)(X)));
        Assert.Equal([1.0, 4, 2, 5, 3, 6], Values(Mx.Vmap(x => x, outAxes: 1)(X)));
        Assert.Equal([24.0, 54], Values(Mx.Vmap((x, w, b) => Mx.Sum(x * w) + b, inAxes: (0, null, null))(X, W, (NDArray)1.0)));
    }

    [Fact]
    public void VmapTakesTreesOfAxes()
    {
        var p = new Dictionary<string, NDArray> { ["x"] = X, ["w"] = W };
        var axes = new Dictionary<string, int?> { ["x"] = 0, ["w"] = null };
        Assert.Equal([23.0, 53], Values(Mx.Vmap<Dictionary<string, NDArray>, NDArray>(p => Mx.Sum(p["x"] * p["w"]), axes)(p)));
        Assert.Equal([46.0, 106], Values(Mx.Vmap((Dictionary<string, NDArray> p, NDArray y) => Mx.Sum(p["x"] * p["w"]) + Mx.Sum(y * p["w"]), (axes, 0))(p, X)));
        (NDArray sum, List<NDArray> rest) = Mx.Vmap(((NDArray, NDArray) p) => (Mx.Sum(p.Item1), new List<NDArray> { p.Item1 * p.Item2 }), inAxes: (0, null), outAxes: (0, 1))((X, W));
        Assert.Equal([6.0, 15], Values(sum));
        Assert.Equal([2.0, 8, 6, 15, 15, 30], Values(rest[0]));
        Refusal.Argument("Vmap: there is no inAxes for 'w'.", () => Mx.Vmap<Dictionary<string, NDArray>, NDArray>(p => p["x"], new Dictionary<string, int?> { ["x"] = 0 })(p));
        Refusal.Argument("Vmap: inAxes gives 2 axes for more than 2 members at '2'.", () => Mx.Vmap<(NDArray, NDArray, NDArray), NDArray>(p => p.Item1, (0, null))((X, X, X)));
        Refusal.Argument("Vmap: inAxes gives 3 axes for 2 members.", () => Mx.Vmap<(NDArray, NDArray), NDArray>(p => p.Item1, (0, 0, 0))((X, X)));
    }

    [Fact]
    public void LinearizeAndTransposeTakeTreesAndArguments()
    {
        (NDArray y, var push) = Mx.Linearize((NDArray x, NDArray w) => Mx.Sum(x * w, 1), (X, W));
        Assert.Equal([23.0, 53], Values(y));
        Assert.Equal([23.0, 53], Values(push(X, null)));
        Assert.Equal([46.0, 106], Values(push(X, W)));
        var transpose = Mx.LinearTranspose((Dictionary<string, NDArray> p) => (p["a"] * 2, Mx.Sum(p["b"])), new Dictionary<string, NDArray> { ["a"] = W, ["b"] = W });
        Dictionary<string, NDArray> ct = transpose((W, Mx.AsType(7.0, DType.Float64)));
        Assert.Equal([4.0, 6, 10], Values(ct["a"]));
        Assert.Equal([7.0, 7, 7], Values(ct["b"]));
        Assert.Equal([0.0, 0, 0], Values(transpose((W, null!))["b"]));
        Assert.Equal([4.0, 6, 10], Values(Mx.LinearTranspose(v => v * 2, W)(W)));
        (NDArray a, NDArray b) = Mx.LinearTranspose((NDArray x, NDArray z) => x + (2 * z), (W, W))(W);
        Assert.Equal([4.0, 6, 10, 2, 3, 5], [.. Values(b), .. Values(a)]);
    }

    [Fact]
    public void CustomFunctionTakesArraysAndTrees()
    {
        var one = Mx.CustomFunction(x => Mx.Exp(x), jvp: (x, dx) => 10 * dx);
        Assert.Equal([10.0, 10, 10], Values(Mx.Jvp(one, W, Mx.OnesLike(W)).Tangents));
        Assert.Equal([10.0, 10, 10], Values(Mx.Grad(x => Mx.Sum(one(x)))(W)));
        var two = Mx.CustomFunction((x, w) => x * w, vjp: (x, w, ct, y) => (ct * 7, ct * 8));
        Assert.Equal([8.0, 8, 8], Values(Mx.Grad((NDArray x, NDArray w) => Mx.Sum(two(x, w)), 1)(W, W)));
        var tree = Mx.CustomFunction<(NDArray X, NDArray W), Dictionary<string, NDArray>>(
            p => new() { ["product"] = p.X * p.W },
            jvp: (p, dp) => new() { ["product"] = (3 * dp.X) + (4 * dp.W) });
        Assert.Equal([3.0, 3, 3], Values(Mx.Grad(x => Mx.Sum(tree((x, W))["product"]))(W)));
        Assert.Equal([8.0, 12, 20], Values(Mx.Jvp(tree, (W, W), (null!, W)).Tangents["product"]));
        var pulled = Mx.CustomFunction<List<NDArray>, (NDArray, NDArray)>(v => (v[0] * v[1], v[0]), vjp: (v, ct, y) => [ct.Item1 * 5, ct.Item2 * 6]);
        Assert.Equal([6.0, 6, 6], Values(Mx.Grad<List<NDArray>>(v => Mx.Sum(pulled(v).Item2))([W, W])[1]));
    }

    [Fact]
    public void CustomFunctionWithAMapOfItsOwn()
    {
        var f = Mx.CustomFunction(x => x * 2, vmap: (x, axis) => (x * 3, axis));
        Assert.Equal([6.0, 9, 15], Values(Mx.Vmap(f)(W)));
        Assert.Equal([4.0, 6, 10], Values(f(W)));
    }

    [Fact]
    public void CheckGradsTakesTreesAndFinds()
    {
        Mx.CheckGrads((NDArray x, NDArray w) => Mx.Sin(x * w), (W, W), order: 2);
        Mx.CheckGrads(((NDArray X, NDArray Steps) p) => (p.X * p.X, p.Steps), (W, Mx.Array(3)));
        Assert.Throws<GradientMismatchException>(() => Mx.CheckGrads(Mx.CustomFunction(x => Mx.Exp(x), jvp: (x, dx) => dx), W));
    }

    [Fact]
    public void JvpAndVjpTakeFourArguments()
    {
        (NDArray y, NDArray dy) = Mx.Jvp((NDArray a, NDArray b, NDArray c, List<NDArray> d) => a * b * c * d[0], (W, W, W, [W]), (W, null, null, [W]));
        Assert.Equal(2 * Values(y)[0], Values(dy)[0]);
        var (_, ct) = Mx.Vjp((NDArray a, NDArray b, NDArray c, List<NDArray> d) => a + b + c + d[0], (W, W, W, new List<NDArray> { W }), W);
        Assert.Equal(Values(W), Values(ct.Item4[0]));
    }

    [Fact]
    public void CheckpointTakesSeveralArguments()
    {
        var f = Mx.Checkpoint((NDArray x, NDArray w) => Mx.Sin(x) * w);
        Assert.Equal(Values(Mx.Sin(W)), Values(Mx.Grad((NDArray x, NDArray w) => Mx.Sum(f(x, w)), 1)(W, W)));
        var g = Mx.Checkpoint((Dictionary<string, NDArray> p, NDArray x, int power) => Mx.Power(p["w"] * x, power));
        Assert.Equal(Values(2 * W * W * W), Values(Mx.Grad((Dictionary<string, NDArray> p) => Mx.Sum(g(p, W, 2)))(new() { ["w"] = W })["w"]));
    }
}
