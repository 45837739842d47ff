using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Graphs of arrays that are too large to be evaluated node by node, without Compile.</summary>
public class PlannedEvaluationTests
{
    private const int Count = 5_000;

    private static readonly double[] Numbers = [.. Enumerable.Range(0, Count).Select(i => Math.Cos(0.01 * i))];

    private static NDArray X => Mx.Array(Numbers).Eval();

    [Fact]
    public void ATemporaryOfSeveralReadersIsComputedOnceAndRead()
    {
        NDArray x = X;
        NDArray shared = Mx.Sin(x) * 2;
        NDArray y = shared * shared + Mx.Sum(shared) - Mx.Reshape(shared, (50, 100))[.., 3..4].Reshape(-1)[7];
        double sum = Numbers.Sum(v => 2 * Math.Sin(v)), picked = 2 * Math.Sin(Numbers[703]);
        AssertClose(v => 4 * Math.Sin(v) * Math.Sin(v) + sum - picked, y);
    }

    [Fact]
    public void AHeldTemporaryIsReadAfterTheResult()
    {
        NDArray x = X;
        NDArray held = Mx.Exp(x);
        NDArray y = Mx.Sqrt(held) + 1;
        Mx.Eval(y);
        AssertClose(v => Math.Exp(v / 2) + 1, y);
        AssertClose(Math.Exp, held);
    }

    [Fact]
    public void ALaterGraphReadsATemporaryOfAnEarlierOne()
    {
        NDArray x = X;
        NDArray temporary = Mx.Exp(x);
        NDArray first = temporary + 1;
        NDArray second = temporary * temporary;
        Mx.Eval(first);
        NDArray third = temporary - second;
        Mx.Eval(third);
        AssertClose(v => Math.Exp(v) + 1, first);
        AssertClose(v => Math.Exp(2 * v), second);
        AssertClose(v => Math.Exp(v) - Math.Exp(2 * v), third);
    }

    [Fact]
    public void SeveralRootsOfWhichSomeAreInsideOthers()
    {
        NDArray x = X;
        NDArray y = x * x;
        NDArray z = Mx.Reshape(y, (100, 50));
        NDArray total = Mx.Sum(z, axis: 0);
        NDArray w = Mx.Transpose(z) + total.Reshape((50, 1));
        Mx.Eval(w, y, total, z, y, w);
        AssertClose(v => v * v, y);
        Assert.Equal(y.ToArray<double>(), z.Reshape(-1).ToArray<double>());
        double[] expected = [.. Enumerable.Range(0, 50).Select(j => Enumerable.Range(0, 100).Sum(i => Square(Numbers[(50 * i) + j])))];
        Assert.Equal(expected, total.ToArray<double>(), Near);
        Assert.Equal(Square(Numbers[(50 * 4) + 3]) + expected[3], w[3, 4].Item<double>(), 12);
    }

    [Fact]
    public void EvaluationTwiceGivesTheSameMemory()
    {
        NDArray y = (Mx.Tanh(X) * 3).Eval();
        Kernels.BufferView value = y.Node.Value!;
        Assert.Same(value, y.Eval().Node.Value);
        AssertClose(v => 3 * Math.Tanh(v), y);
    }

    [Fact]
    public void ViewsOfWhatIsComputedInTheSamePlan()
    {
        NDArray x = X;
        NDArray y = Mx.Reshape(Mx.Sin(x), (50, 100));
        NDArray flipped = Mx.Flip(y, 1)[1.., ..40];
        NDArray spread = Mx.BroadcastTo(flipped[2], (70, 40)) * 2;
        Mx.Eval(flipped, spread);
        Assert.Equal(Math.Sin(Numbers[(100 * 6) + 99 - 4]), flipped[5, 4].Item<double>(), 12);
        Assert.Equal(2 * Math.Sin(Numbers[(100 * 3) + 99 - 4]), spread[69, 4].Item<double>(), 12);
    }

    [Fact]
    public void UpdatesAreSeenByTheirOwnHandleOnly()
    {
        NDArray x = X * 1;
        NDArray before = +x;
        x[10..20] = 7;
        NDArray between = x + 0;
        x[..15] = x[1..16];
        NDArray total = Mx.Sum(before);
        Mx.Eval(x, total);
        Assert.Equal([Numbers[9], 7, 7], before[9..10].ToArray<double>().Concat(x[9..11].ToArray<double>()));
        Assert.Equal(Numbers, before.ToArray<double>());
        Assert.Equal(Numbers[0], between[0].Item<double>());
        Assert.Equal(Numbers[1], x[0].Item<double>());
        Assert.Equal(Numbers.Sum(), total.Item<double>(), 10);
    }

    [Fact]
    public void LiteralsTakeNoStepsOfTheirOwn()
    {
        NDArray y = Mx.Sin(X * 2.0) * 3.0 + 1.0;
        var graph = Decomposition.Of([y.Node]);
        KeepPolicy.Mark(graph, [y.Node]);
        Assert.Single(Plan.Build(graph).Operations);
        AssertClose(v => (3 * Math.Sin(2 * v)) + 1, y);
    }

    [Fact]
    public void WhatIsKeptIsStoredByTheLoopThatReadsIt()
    {
        NDArray x = X, scaled = x * 0.9, y = scaled + Mx.Sum(Mx.Sin(x));
        var graph = Decomposition.Of([y.Node]);
        graph.Keep(scaled.Node);
        graph.Keep(y.Node);
        Assert.Equal(["FoldKernel", "MapKernel"], Plan.Build(graph).Operations.Select(operation => operation.Kernel.GetType().Name));
        Mx.Eval(y, scaled);
        double sum = Numbers.Sum(Math.Sin);
        AssertClose(v => (0.9 * v) + sum, y);
        AssertClose(v => 0.9 * v, scaled);
    }

    [Fact]
    public void AHeldLiteralIsReadAfterItsGraph()
    {
        NDArray literal = Mx.Full(Count, 2.5, DType.Float64);
        NDArray y = X + literal;
        Mx.Eval(y);
        AssertClose(v => v + 2.5, y);
        AssertClose(_ => 2.5, literal);
    }

    [Fact]
    public void LoopsLongerThanOneFusedGroup()
    {
        NDArray x = X, y = x;
        double[] expected = [.. Numbers];
        for (int i = 0; i < 3 * FusedGroup.Limit; i++)
        {
            y = y * 0.5 + x;
            for (int k = 0; k < Count; k++)
                expected[k] = expected[k] * 0.5 + Numbers[k];
        }
        Assert.Equal(expected, y.ToArray<double>());
    }

    [Fact]
    public async Task ThreadsEvaluateGraphsThatShareNodes()
    {
        for (int round = 0; round < 20; round++)
        {
            NDArray x = X;
            NDArray shared = Mx.Exp(Mx.Sin(x)) * 2;
            NDArray[] y = [.. Enumerable.Range(0, 4).Select(i => shared * i + Mx.Sum(shared))];
            await Task.WhenAll(y.Select(array => Task.Run(() => array.Eval())));
            double sum = Numbers.Sum(v => 2 * Math.Exp(Math.Sin(v)));
            for (int i = 0; i < 4; i++)
                AssertClose(v => (2 * Math.Exp(Math.Sin(v)) * i) + sum, y[i]);
            AssertClose(v => 2 * Math.Exp(Math.Sin(v)), shared);
        }
    }

    private static double Square(double x) => x * x;

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-11 * Math.Max(1, Math.Abs(expected));

    private static void AssertClose(Func<double, double> f, NDArray y) => Assert.Equal(Numbers.Select(f), y.ToArray<double>(), Near);
}
