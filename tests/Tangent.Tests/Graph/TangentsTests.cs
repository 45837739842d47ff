using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Graph;

public class TangentsTests
{
    private static readonly NDArray Places = Mx.Array(new[,] { { 1 }, { 0 }, { 1 } });

    [Fact]
    public void WhatLiesAmongZerosIsAddedInItsPlaces()
    {
        NDArray x = Mx.Array(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } });
        NDArray y = Scattered();
        NDArray first = Tangents.Add(x, y)!, second = Tangents.Add(y, x)!;
        Assert.Equal(new PutAlongAxis(ScatterMode.Add, 1, true), first.Node.Primitive);
        Assert.Same(x.Node, first.Node.Inputs[0]);
        Assert.Equal(new PutAlongAxis(ScatterMode.Add, 1, true), second.Node.Primitive);
        Assert.Equal([1f, 12, 23, 4, 5, 36], first.ToArray<float>());
        Assert.Equal([1f, 12, 23, 4, 5, 36], second.ToArray<float>());
    }

    [Fact]
    public void TwoOfThemMeet() => Assert.Equal([0f, 20, 40, 0, 0, 60], Tangents.Add(Scattered(), Scattered())!.ToArray<float>());

    [Fact]
    public void WhatWasEvaluatedIsAddedAsItIs() =>
        Assert.Equal([1f, 11, 21, 1, 1, 31], Tangents.Add(Mx.Ones((3, 2)), Scattered().Eval())!.ToArray<float>());

    [Fact]
    public void CrossEntropyMakesNoZeros()
    {
        (_, NDArray[] ct) = Mx.Vjp(
            x => [Mx.Sum(Mx.LogSumExp(x[0], 1) - Mx.Squeeze(Mx.TakeAlongAxis(x[0], Places, 1), 1))], [Mx.Zeros((3, 2))], [Mx.Array(1f)]);
        Assert.Equal([0.5f, -0.5f, -0.5f, 0.5f, 0.5f, -0.5f], ct[0].ToArray<float>());
    }

    private static NDArray Scattered()
    {
        NDArray zeros = Tangents.Zeros(new((3, 2), DType.Float32));
        return new PutAlongAxis(ScatterMode.Add, 1, true).Write(zeros, Places, Mx.Array(new float[,] { { 10 }, { 20 }, { 30 } }));
    }
}
