namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;

/// <summary>Minimizers find minima that are known, of arrays and trees, in both types, and say how it ended.</summary>
public class MinimizerTests
{
    public static TheoryData<string> Names => ["LBfgs", "NewtonCG"];

    [Theory, MemberData(nameof(Names))]
    public void Rosenbrock(string name)
    {
        foreach (int n in new[] { 2, 20 })
        {
            MinimizerState<NDArray> found = Make(name).Minimize(Problems.Rosenbrock, Mx.Full(n, -1, DType.Float64));
            Assert.Equal(MinimizerStatus.Converged, found.Status);
            Assert.True(found.GradientNorm < 1e-6, $"{found}");
            Assert.True(found.Value < 1e-10 || Math.Abs(found.Value - 3.98) < 0.1, $"{found}");
            if (n == 2)
                Assert.True(Mx.AllClose(found.Point, Mx.Ones(n, DType.Float64), 0, 1e-6).Item<bool>(), $"{found}");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void ABadlyConditionedQuadratic(string name)
    {
        MinimizerState<NDArray> found = Make(name).Minimize(Problems.Quadratic(100, name == "LBfgs" ? 1e4 : 1e6, DType.Float64), Mx.Zeros(100, DType.Float64));
        Assert.Equal(MinimizerStatus.Converged, found.Status);
        Assert.True(Mx.AllClose(found.Point, Mx.Ones(100, DType.Float64), 0, 1e-3).Item<bool>(), $"{found}");
    }

    [Theory, MemberData(nameof(Names))]
    public void SinglePrecisionEndsToo(string name)
    {
        MinimizerState<NDArray> found = Make(name, tolerance: 1e-30).Minimize(Problems.Quadratic(10, 1e3, DType.Float32), Mx.Zeros(10));
        Assert.NotEqual(MinimizerStatus.StepLimit, found.Status);
        Assert.True(Mx.AllClose(found.Point, Mx.Ones(10), 0, 1e-3).Item<bool>(), $"{found}");
    }

    [Theory, MemberData(nameof(Names))]
    public void ATreeKeepsItsFormAndWhatIsNotTrained(string name)
    {
        var start = (new List<NDArray> { Mx.Zeros(3), Mx.Zeros((2, 2)) }, Mx.Array([1, 2]));
        var found = Make(name).Minimize(((List<NDArray> Arrays, NDArray Integers) x) => Mx.Sum(Mx.Square(x.Arrays[0] - 1)) + Mx.Sum(Mx.Square(x.Arrays[1] - x.Integers)), start);
        Assert.True(Mx.AllClose(found.Point.Item1[0], Mx.Ones(3), 0, 1e-4).Item<bool>());
        Assert.True(Mx.AllClose(found.Point.Item1[1], Mx.Array([[1f, 2f], [1f, 2f]]), 0, 1e-4).Item<bool>());
        Same.Bits(Mx.Array([1, 2]), found.Point.Item2);
        Same.Bits(Mx.Zeros(3), start.Item1[0]);
    }

    [Theory, MemberData(nameof(Names))]
    public void AModelIsFitted(string name)
    {
        var model = new Mlp(1, 8, 1);
        NDArray x = Mx.Linspace(-1, 1, 32)[.., Mx.NewAxis], y = Mx.Sin(2 * x);
        NDArray before = model.First.Weight;
        MinimizerState<Mlp> found = Make(name, maxSteps: 100).Minimize((Mlp m) => Mx.Mean(Mx.Square(m.Call(x) - y)), model);
        Assert.True(found.Value < 1e-3, $"{found.Value}");
        Assert.Equal(found.Value, Mx.Mean(Mx.Square(found.Point.Call(x) - y)).Item<float>(), 1e-5);
        Same.Bits(before, model.First.Weight);
    }

    [Theory, MemberData(nameof(Names))]
    public void StepsComeOneByOne(string name)
    {
        MinimizerState<NDArray>[] first = [.. Make(name).Steps(Problems.Rosenbrock, Mx.Full(2, -1, DType.Float64)).Take(4)];
        Assert.Equal([0, 1, 2, 3], first.Select(state => state.Steps));
        Assert.All(first.Skip(1).Zip(first), pair => Assert.True(pair.First.Value < pair.Second.Value));
        Assert.All(first, state => Assert.Equal(MinimizerStatus.Running, state.Status));
        Assert.Equal(MinimizerStatus.StepLimit, Make(name, maxSteps: 3).Minimize(Problems.Rosenbrock, Mx.Full(2, -1, DType.Float64)).Status);
        MinimizerState<NDArray> atOnce = Make(name).Minimize(Problems.Rosenbrock, Mx.Ones(2, DType.Float64));
        Assert.Equal((MinimizerStatus.Converged, 0), (atOnce.Status, atOnce.Steps));
    }

    [Fact]
    public void NewtonLeavesASaddle()
    {
        // At (0.01, 1) the function curves downwards along x.
        MinimizerState<NDArray> found = new NewtonCG().Minimize(x => Mx.Sum(Mx.Square(Mx.Square(x) - 1)), Mx.Array([0.01, 1.1], DType.Float64));
        Assert.Equal(MinimizerStatus.Converged, found.Status);
        Assert.True(found.Value < 1e-12, $"{found}");
    }

    [Fact]
    public void AFunctionWithoutAMinimumEnds()
    {
        foreach (string name in new[] { "LBfgs", "NewtonCG" })
        {
            Assert.NotEqual(MinimizerStatus.Converged, Make(name, maxSteps: 20).Minimize(x => Mx.Sum(x), Mx.Zeros(2)).Status);
            Assert.Equal(MinimizerStatus.Stalled, Make(name).Minimize(x => Mx.Sum(Mx.Log(x)), -Mx.Ones(2)).Status);
        }
    }

    [Fact]
    public void MistakesAreNamed()
    {
        Refusal.Names(() => new LBfgs(history: 0), "LBfgs: history");
        Refusal.Names(() => new LBfgs(tolerance: 0), "LBfgs: the tolerance");
        Refusal.Names(() => new NewtonCG(maxSteps: 0), "NewtonCG: maxSteps");
        Refusal.Names(() => new LBfgs().Minimize(x => Mx.Sum(x), Mx.Zeros(2, DType.Float16)), "LBfgs: the start", "float16");
        Refusal.Names(() => new LBfgs().Minimize(x => Mx.Sum(x.Item1), (Mx.Zeros(2), Mx.Zeros(2, DType.Float64))), "LBfgs: the start", "float64");
        Refusal.Names(() => new NewtonCG().Minimize(x => x * x, Mx.Ones(2)), "NewtonCG");
        Assert.Throws<ArgumentNullException>(() => new LBfgs().Minimize(null!, Mx.Ones(2)));
    }

    private static Minimizer Make(string name, double? tolerance = null, int maxSteps = 1000) =>
        name == "LBfgs" ? new LBfgs(tolerance: tolerance, maxSteps: maxSteps) : new NewtonCG(tolerance, maxSteps);
}
