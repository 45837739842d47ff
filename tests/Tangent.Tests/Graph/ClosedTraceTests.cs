using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>A transform that has ended keeps nothing of its graph: what was computed in it lets go of what it was computed from.</summary>
public class ClosedTraceTests
{
    private static readonly NDArray X = new[] { 0.5, -0.25 };

    private static readonly Dictionary<string, Func<Func<NDArray, NDArray>, NDArray[]>> All = new()
    {
        ["Grad"] = f => [Mx.Grad(f)(X)],
        ["ValueAndGrad"] = f => [Mx.ValueAndGrad(f)(X).Gradient],
        ["Vjp"] = f => [Mx.Vjp(f, X, Mx.AsType(1.0, DType.Float64)).Cotangents],
        ["Jvp"] = f => [Mx.Jvp(f, X, Mx.OnesLike(X)).Tangents],
        ["Linearize"] = f => [Mx.Linearize(f, X).Push(Mx.OnesLike(X))],
        ["JacFwd"] = f => [Mx.JacFwd(f)(X)],
        ["JacRev"] = f => [Mx.JacRev(f)(X)],
        ["Hessian"] = f => [Mx.Hessian(f)(X)],
    };

    public static TheoryData<string> Transforms => [.. All.Keys];

    [Theory, MemberData(nameof(Transforms))]
    public void WhatWasMadeInsideLetsGoOfItsInputs(string name)
    {
        var inner = new List<NDArray>();
        NDArray[] results = All[name](x =>
        {
            NDArray y = Mx.Sin(x), z = y * y;
            inner.AddRange([y, z]);
            return Mx.Sum(z);
        });
        Mx.Eval(results);
        Assert.All(results, array => Assert.Empty(array.Node.Inputs));
        NDArray[] values = [.. inner.Where(array => !array.Node.DependsOnPlaceholder)];
        Mx.Eval(values);
        Assert.All(values, array => Assert.Empty(array.Node.Inputs));
        Assert.All(inner, array => Assert.False(array.Node.IsTraced));
    }

    [Theory]
    [InlineData("Grad")]
    [InlineData("Vjp")]
    [InlineData("Jvp")]
    public void WhatWasReadInsideLetsGoOfItsInputsWhenItIsReadAgain(string name)
    {
        NDArray? inner = null;
        Mx.Eval(All[name](x =>
        {
            inner = Mx.Sin(x).Eval();
            Assert.NotEmpty(inner.Node.Inputs);
            return Mx.Sum(inner * inner);
        }));
        Mx.Eval(inner!);
        Assert.Empty(inner!.Node.Inputs);
    }
}
