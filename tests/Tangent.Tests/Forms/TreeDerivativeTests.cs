using Xunit;

namespace Tangent.Tests.Forms;

/// <summary>Places of a tree that are empty, whole numbers, buffers or settings, and what derivatives make of them.</summary>
public partial class TreeDerivativeTests
{
    private static readonly NDArray W = new[] { 1.0, 2 };
    private static readonly State Point = new(W, null, 3, new[] { 5, 6 }, Mx.Array(new[] { 7.0 }), "name");

    private static NDArray Loss(State s) => Mx.Sum(s.Weight * s.Weight * s.Mean) * s.Step;

    [Fact]
    public void AGradientHasZerosForWholeNumbersAndBuffersAndNothingInEmptyPlaces()
    {
        foreach (State gradient in new[] { Mx.Grad<State>(Loss)(Point), Mx.ValueAndGrad<State>(Loss)(Point).Gradient, Mx.Hvp(Loss, Point, null).Gradient })
        {
            Assert.Equal([42.0, 84], gradient.Weight.ToArray<double>());
            Assert.Null(gradient.Bias);
            Assert.Equal((DType.Int32, 0), (gradient.Step.DType, gradient.Step.Item<int>()));
            Assert.Equal([0, 0], gradient.Tokens.ToArray<int>());
            Assert.Equal([0.0], gradient.Mean.ToArray<double>());
            Assert.Equal("name", gradient.Name);
        }
    }

    [Fact]
    public void AGradientIsATangent()
    {
        State gradient = Mx.Grad<State>(Loss)(Point);
        Assert.Equal(42.0 * 42 + 84 * 84, Mx.Jvp(Loss, Point, gradient).Tangents.Item<double>());
        Assert.Equal(42.0 * 42 + 84 * 84, Mx.Linearize<State, NDArray>(Loss, Point).Push(gradient).Item<double>());
        Assert.Equal([42.0 * 42, 84 * 42], Mx.Hvp(Loss, Point, gradient).Product.Weight.ToArray<double>());
    }

    [Fact]
    public void ACotangentOfAWholeNumberDoesNotCount()
    {
        (State y, State ct) = Mx.Vjp(s => s with { Weight = s.Weight * 2 }, Point, Point);
        Assert.Equal([2.0, 4], y.Weight.ToArray<double>());
        Assert.Equal([2.0, 4], ct.Weight.ToArray<double>());
        Assert.Equal(0, ct.Step.Item<int>());
    }

    [Fact]
    public void JacobiansOfTreesHaveThePathsOfTheResult()
    {
        foreach (var jacobian in new[] { Mx.JacFwd<State, Pair>(Two)(Point), Mx.JacRev<State, Pair>(Two)(Point) })
        {
            Assert.Equal(["squares", "rest.total"], jacobian.Keys);
            Assert.Equal([2.0, 0, 0, 4], jacobian["squares"].Weight.ToArray<double>());
            Assert.Equal(new Shape([2]), jacobian["squares"].Step.Shape);
            Assert.Equal([1.0, 1], jacobian["rest.total"].Weight.ToArray<double>());
        }

        static Pair Two(State s) => new(s.Weight * s.Weight, new() { ["total"] = Mx.Sum(s.Weight) });
    }

    [Fact]
    public void TheHessianOfATreeHasThePathsOfItsArrays()
    {
        NDArray a = new[] { 1.0, 2 }, b = new[] { 3.0 };
        var hessian = Mx.Hessian<(NDArray, Dictionary<string, NDArray>)>(p => Mx.Sum(p.Item1 * p.Item1 * p.Item2["b"]))((a, new() { ["b"] = b }));
        Assert.Equal(["0", "1.b"], hessian.Keys);
        Assert.Equal([6.0, 0, 0, 6], hessian["0"].Item1.ToArray<double>());
        Assert.Equal([2.0, 4], hessian["1.b"].Item1.ToArray<double>());
        Assert.Equal([0.0], hessian["1.b"].Item2["b"].ToArray<double>());
    }

    [Fact]
    public void APointOfWholeNumbersAloneIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Mx.Grad<(NDArray, NDArray)>(p => Mx.Sum(W))((Mx.Array(1), Mx.Array(2))));
        Assert.StartsWith("Grad: argument 0 is int32, which carries no derivative.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyTheFirstArgumentIsDifferentiated()
    {
        (NDArray a, NDArray b, NDArray c) = ((NDArray)2.0, (NDArray)3.0, (NDArray)5.0);
        var p = new Dictionary<string, NDArray> { ["w"] = a };
        Assert.Equal(3, Mx.Grad((Dictionary<string, NDArray> p, NDArray x) => p["w"] * x)(p, b)["w"].Item<float>());
        Assert.Equal(15, Mx.Grad((Dictionary<string, NDArray> p, NDArray x, NDArray y) => p["w"] * x * y)(p, b, c)["w"].Item<float>());
        Assert.Equal(30, Mx.Grad((Dictionary<string, NDArray> p, NDArray x, NDArray y, float z) => p["w"] * x * y * z)(p, b, c, 2)["w"].Item<float>());
        Assert.Equal(3, Mx.JacRev((Dictionary<string, NDArray> p, NDArray x) => p["w"] * x)(p, b)["w"].Item<float>());
        var ((value, aux), gradient) = Mx.ValueAndGrad((Dictionary<string, NDArray> p, NDArray x, NDArray y) => (p["w"] * x * y, new { Name = "any", Sum = x + y }))(p, b, c);
        Assert.Equal((30f, 15f, 8f, "any"), (value.Item<float>(), gradient["w"].Item<float>(), aux.Sum.Item<float>(), aux.Name));
    }

    [Fact]
    public void ATreeInsideATreeIsSeenUnderEveryTransform()
    {
        var nested = (Point, new List<State> { Point });
        Assert.Equal([42.0, 84], Mx.Grad<(State, List<State>)>(t => Loss(t.Item1) + Loss(t.Item2[0]))(nested).Item2[0].Weight.ToArray<double>());
        Assert.Equal(["0.weight", "0.step", "0.tokens", "0.mean", "1.0.weight", "1.0.step", "1.0.tokens", "1.0.mean"], Trees.Flatten(nested).Select(leaf => leaf.Path));
    }

    [Tree]
    private sealed partial record State(NDArray Weight, NDArray? Bias, NDArray Step, NDArray Tokens, [property: Buffer] NDArray Mean, string Name);

    [Tree]
    private sealed partial record Pair(NDArray Squares, Dictionary<string, NDArray> Rest);
}
