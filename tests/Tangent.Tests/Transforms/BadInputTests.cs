using Xunit;

namespace Tangent.Tests.Transforms;

/// <summary>What the transforms refuse, and how they say so. Every check is followed by a call that works.</summary>
public class BadInputTests
{
    private static readonly NDArray X = Mx.Reshape(Mx.Arange(1.0, 7.0, 1.0, DType.Float64), (2, 3));
    private static readonly NDArray Y = new[] { 1.0, 2.0 };
    private static readonly NDArray K = new[] { 1, 2 };

    private static NDArray[] Never(NDArray[] x) => throw new InvalidOperationException("the function ran");

    private static NDArray Never(NDArray x) => throw new InvalidOperationException("the function ran");

    [Fact]
    public void TangentsThatDoNotFit()
    {
        Refusal.Argument("Jvp: 1 tangents for 2 primals.", () => Mx.Jvp(Never, [X, Y], [X]));
        Refusal.Argument("Jvp: 3 tangents for 2 primals.", () => Mx.Jvp(Never, [X, Y], [X, Y, Y]));
        Refusal.Argument("Jvp: tangent 1 has shape [2,3], its primal has [2].", () => Mx.Jvp(Never, [X, Y], [X, X]));
        Refusal.Argument("Jvp: tangent 0 has shape [2], its primal has [].", () => Mx.Jvp(Never, [Mx.Sum(Y)], [Y]));
        Refusal.Argument("Jvp: tangent 1 is float32, its primal is float64.", () => Mx.Jvp(Never, [X, Y], [X, Mx.AsType(Y, DType.Float32)]));
        Refusal.Argument("Jvp: tangent 0 is float32, its primal is float16.", () => Mx.Jvp(Never, [Mx.AsType(Y, DType.Float16)], [Mx.AsType(Y, DType.Float32)]));
        Refusal.Argument("Jvp: tangent 0 belongs to an array of int32, which carries no derivative; pass null.", () => Mx.Jvp(Never, [K], [K]));
        Assert.Equal([2.0, 4.0], Mx.Jvp(v => v * v, Y, Mx.OnesLike(Y)).Tangents.ToArray<double>());
    }

    [Fact]
    public void TreesOfTangentsThatDoNotFit()
    {
        Dictionary<string, NDArray> point = new() { ["w"] = X, ["b"] = Y };
        Refusal.Argument("Jvp: there is no tangent for the primal 'b'; null stands for none.", () => Mx.Jvp(p => p["w"], point, new Dictionary<string, NDArray> { ["w"] = X }));
        Refusal.Argument("Jvp: the tangent 'c' belongs to no primal.", () => Mx.Jvp(p => p["w"], point, new Dictionary<string, NDArray> { ["w"] = X, ["b"] = Y, ["c"] = Y }));
        Refusal.Argument("Vjp: there is no cotangent for the output 'y'", () => Mx.Vjp(x => new Dictionary<string, NDArray> { ["y"] = x }, Y, []));
        Refusal.Argument("Jvp: the tangent 'b' has shape [2,3], its primal has [2].", () => Mx.Jvp(p => p["w"], point, new Dictionary<string, NDArray> { ["w"] = X, ["b"] = X }));
        Refusal.Argument("Jvp: 1 tangents for 2 primals.", () => Mx.Jvp(p => p[0], new List<NDArray> { X, Y }, [X]));
        Assert.Equal(X.ToArray<double>(), Mx.Jvp(p => p["w"], point, point).Tangents.ToArray<double>());
    }

    [Fact]
    public void CotangentsThatDoNotFit()
    {
        Func<NDArray[], NDArray[]> f = v => [v[0] * v[0], Mx.Sum(v[0]), Mx.ArgMax(v[0])];
        NDArray one = Mx.Sum(Y) / 3.0;
        Refusal.Argument("Vjp: 1 cotangents for 3 outputs.", () => Mx.Vjp(f, [Y], [Y]));
        Refusal.Argument("Vjp: cotangent 1 has shape [2], its output has [].", () => Mx.Vjp(f, [Y], [Y, Y, null]));
        Refusal.Argument("Vjp: cotangent 0 is float32, its output is float64.", () => Mx.Vjp(f, [Y], [Mx.AsType(Y, DType.Float32), one, null]));
        Refusal.Argument("Vjp: cotangent 2 belongs to an array of uint32, which carries no derivative; pass null.", () => Mx.Vjp(f, [Y], [Y, one, Mx.ArgMax(Y)]));
        Refusal.Argument("LinearTranspose: cotangent 0 has shape [2], its output has [2,3].", () => Mx.LinearTranspose(v => [v[0]], [X])([Y]));
        Assert.Equal([3.0, 9.0], Mx.Vjp(f, [Y], [Y, one, null]).Cotangents[0].ToArray<double>());
    }

    [Fact]
    public void GradientsOfWhatIsNoFloatingScalar()
    {
        Refusal.Argument("Grad: the function must return a scalar; it returned shape [2].", () => Mx.Grad(v => [v[0]], 0)([Y]));
        Refusal.Argument("ValueAndGrad: the function must return a scalar; it returned shape [2].", () => Mx.ValueAndGrad((NDArray v) => v)(Y));
        Refusal.Argument("Grad: the function must return a scalar; it returned nothing.", () => Mx.Grad(_ => [], 0)([Y]));
        Refusal.Argument("Grad: the function must return a floating or complex scalar; it returned uint32.", () => Mx.Grad(v => [Mx.ArgMax(v[0])], 0)([Y]));
        Refusal.Argument("Grad: argument 0 is int32, which carries no derivative.", () => Mx.Grad(Never, 0)([K]));
        Refusal.Argument("Grad: argument 1 is bool, which carries no derivative.", () => Mx.Grad(Never, 0, 1)([Y, Y > 0]));
        Assert.Equal([2.0, 4.0], Mx.Grad(v => Mx.Sum(v * v))(Y).ToArray<double>());
    }

    [Fact]
    public void ArgumentsThatAreNotThere()
    {
        Refusal.Argument("Grad: argnum 2 is out of range for 2 arguments.", () => Mx.Grad(Never, 2)([X, Y]));
        Refusal.Argument("Grad: argnum -3 is out of range for 2 arguments.", () => Mx.Grad(Never, -3)([X, Y]));
        Refusal.Argument("ValueAndGrad: argnum 2 is out of range for 2 arguments.", () => Mx.ValueAndGrad(Never, 2)([X, Y]));
        Refusal.Argument("Grad: argnums 0,-2 name an argument twice.", () => Mx.Grad(Never, 0, -2)([X, Y]));
    }

    [Fact]
    public void AxesOfExamplesThatDoNotFit()
    {
        Refusal.Argument("Vmap: in-axis 2 of argument 0 is out of range for shape [2,3].", () => Mx.Vmap(Never, [2])([X]));
        Refusal.Argument("Vmap: in-axis -2 of argument 1 is out of range for shape [2].", () => Mx.Vmap(Never, [0, -2])([X, Y]));
        Refusal.Argument("Vmap: in-axis 0 of argument 0 is out of range for shape [].", () => Mx.Vmap((NDArray[] v) => Never(v))([1.0]));
        Refusal.Argument("Vmap: 1 in-axes for 2 arguments.", () => Mx.Vmap(Never, [0])([X, Y]));
        Refusal.Argument("Vmap: argument 0 has 3 examples along axis 1, argument 1 has 2 along axis 0.", () => Mx.Vmap(Never, [1, 0])([X, Y]));
        Refusal.Argument("Vmap: no argument has an in-axis.", () => Mx.Vmap(Never, [null])([X]));
        Refusal.Argument("Vmap: 2 out-axes for 1 results.", () => Mx.Vmap(v => [v[0]], outAxes: [0, 0])([X]));
        Refusal.Argument("Vmap: out-axis 2 of result 0 is out of range for 2 axes.", () => Mx.Vmap(v => [v[0]], outAxes: [2])([X]));
        Refusal.Argument("Vmap: result 0 depends on the examples, so its out-axis cannot be null.", () => Mx.Vmap(v => [v[0]], outAxes: [null])([X]));
        Assert.Equal([6.0, 15.0], Mx.Vmap(v => [Mx.Sum(v[0])])([X])[0].ToArray<double>());
    }

    public static TheoryData<string, string> Readings => new MatrixTheoryData<string, string>(["Vmap", "Compile", "LinearTranspose"], [.. Readers.Keys]);

    private static readonly Dictionary<string, Func<NDArray, NDArray>> Readers = new()
    {
        ["Item"] = x => x * Mx.Sum(x).Item<double>(),
        ["ToArray"] = x => x * (x * 2.0).ToArray<double>().Length,
        ["ToString"] = x => x * (x + 1.0).ToString()!.Length,
        ["Eval"] = x => { Mx.Eval(x * 2.0); return x; },
    };

    [Theory, MemberData(nameof(Readings))]
    public void AValueThatIsNotThere(string transform, string reader)
    {
        if (transform == "Vmap" && reader == "ToString")
            return; // It names the shape: EscapeTests.
        Func<NDArray, NDArray> f = Readers[reader];
        string words = $"{transform}: {reader} reads the value of an array";
        Refusal.Of<InvalidOperationException>(words, () => Run(transform, f));
        if (transform != "Compile") // Inside a derivative a compiled function is ordinary code.
            Refusal.Of<InvalidOperationException>(words, () => Mx.Jvp(v => Run(transform, f), Y, Y));
        Assert.Equal([3.0, 6.0], Run(transform, x => x * 3.0).ToArray<double>());
    }

    [Fact]
    public void AValueThatADerivativeOfAMappedFunctionReads()
    {
        const string words = "Vmap: Item reads the value of an array";
        Refusal.Of<InvalidOperationException>(words, () => Mx.Vmap(v => [Mx.Grad(x => x * x.Item<double>())(v[0])])([Y]));
        Refusal.Of<InvalidOperationException>(words, () => Mx.Vmap(v => [Mx.Jvp(x => x * x.Item<double>(), v[0], v[0]).Tangents])([Y]));
    }

    [Fact]
    public void RulesOfCustomFunctionsThatDoNotFit()
    {
        NDArray one = Mx.OnesLike(Y);
        var few = Mx.CustomFunction(x => [x[0], x[0]], jvp: (x, dx) => [dx[0]], vjp: (x, ct, y) => []);
        Refusal.Argument("CustomFunction: the jvp rule gave 1 arrays for 2 outputs.", () => Mx.Jvp(few, [Y], [one]));
        Refusal.Argument("CustomFunction: the vjp rule gave 0 arrays for 1 primals.", () => Mx.Vjp(few, [Y], [one, one]));
        var other = Mx.CustomFunction(x => [x[0]], jvp: (x, dx) => [Mx.Sum(dx[0])], vjp: (x, ct, y) => [Mx.AsType(ct[0], DType.Float32)]);
        Refusal.Argument("CustomFunction: result 0 of the jvp rule is float64[], its output is float64[2].", () => Mx.Jvp(other, [Y], [one]));
        Refusal.Argument("CustomFunction: result 0 of the vjp rule is float32[2], its primal is float64[2].", () => Mx.Vjp(other, [Y], [one]));
    }

    [Fact]
    public void FunctionsThatAreNotLinear() =>
        Refusal.Of<MissingRuleException>("LinearTranspose: the function is not linear in its arguments: Sin is not linear.", () => Mx.LinearTranspose(v => [Mx.Sin(v[0])], [Y])([Y]));

    [Fact]
    public void LinearizedTangentsThatDoNotFit()
    {
        (_, Func<NDArray?[], NDArray[]> push) = Mx.Linearize(v => [v[0] * v[1]], [Y, Y]);
        Refusal.Argument("Linearize: 1 tangents for 2 primals.", () => push([Y]));
        Refusal.Argument("Linearize: tangent 1 has shape [2,3], its primal has [2].", () => push([Y, X]));
        Assert.Equal([1.0, 4.0], push([Y, null])[0].ToArray<double>());
    }

    private static NDArray Run(string transform, Func<NDArray, NDArray> f) => transform switch
    {
        "Vmap" => Mx.Vmap(v => [f(v[0])])([Y])[0],
        "Compile" => Mx.Compile(f)(Y),
        _ => Mx.LinearTranspose(v => [f(v[0])], [Y])([Y])[0],
    };
}
