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

    [Fact]
    public void WhatASliceGivesIsAddedInItsPlace()
    {
        NDArray x = Mx.Ones((3, 2));
        NDArray sum = Tangents.Add(x, Placed(x.Shape, 1))!;
        Assert.Equal(new SliceUpdate(Row(x.Shape, 1), ScatterMode.Add), sum.Node.Primitive);
        Assert.Same(x.Node, sum.Node.Inputs[0]);
        Assert.Equal([1f, 1, 3, 3, 1, 1], sum.ToArray<float>());
    }

    [Fact]
    public void AFewOfThemAreMadeAgainOnALargeArray()
    {
        NDArray x = Mx.Ones((64, 1024));
        NDArray both = Tangents.Add(Placed(x.Shape, 3), Placed(x.Shape, 5))!;
        NDArray sum = Tangents.Add(x, both)!;
        Assert.Same(x.Node, sum.Node.Inputs[0].Inputs[0]);
        Assert.Equal([1f, 3, 1, 3, 1], sum[2..7, 9].ToArray<float>());
    }

    // Else a sum of a sum with itself, and so on, would double it every time.
    [Fact]
    public void ManyOfThemAreAddedAsAWhole()
    {
        NDArray sum = Placed((64, 1024), 0);
        for (int i = 0; i < 40; i++)
            sum = Tangents.Add(sum, sum)!;
        Assert.Equal(2f * MathF.Pow(2, 40), sum[0, 0].Item<float>());
    }

    // Twos in one row.
    private static NDArray Placed(Shape shape, int row) =>
        SliceUpdate.Of(Tangents.Zeros(new(shape, DType.Float32)), Mx.Full((1, shape[1]), 2f), Row(shape, row));

    private static Region Row(Shape shape, int row) => Region.Full(shape).With(0, row, 1);

    private static NDArray Scattered()
    {
        NDArray zeros = Tangents.Zeros(new((3, 2), DType.Float32));
        return new PutAlongAxis(ScatterMode.Add, 1, true).Write(zeros, Places, Mx.Array(new float[,] { { 10 }, { 20 }, { 30 } }));
    }
}
