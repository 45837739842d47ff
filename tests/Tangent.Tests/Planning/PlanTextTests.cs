using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>What a person reads of a graph and of its plan: what each operation makes, reads and frees.</summary>
public class PlanTextTests
{
    [Fact]
    public void AFusedLoop() => AssertText(
        x => Mx.Exp(x) * 2 + x,
        """
        v1 float32[100,200] = MapKernel { Body: Exp(x0) }(v0)
        v3 float32[100,200] = BroadcastView { Shape: [100,200] }(2)
        v4 float32[100,200] = MapKernel { Body: Multiply(x0, x1) }(v1, 2)
        v5 float32[100,200] = MapKernel { Body: Add(x0, x1) }(v4, v0)
        """,
        """
        v5 float32[100,200] = MapKernel { Body: Add(Multiply(Exp(x0), x1), x0) }(v0, 2)
        """);

    [Fact]
    public void EveryPassCanBeRead()
    {
        NDArray x = Mx.Ones((100, 200)).Eval(), y = Mx.Sum(Mx.Exp(x) * x, 0);
        PlanGraph graph = Decomposition.Of([y.Node]);
        graph.Keep(y.Node);
        var passes = new List<string>();
        Plan.Build(graph, (pass, text) => passes.Add($"{pass}:\n{text}"));
        Assert.Equal(
            """
            decompose:
            v1 float32[100,200] = MapKernel { Body: Exp(x0) }(v0)
            v2 float32[100,200] = MapKernel { Body: Multiply(x0, x1) }(v1, v0)
            v3 float32[200] = FoldKernel { Op: Sum, Axes: [0] }(v2)
            keep:
            v3 Yes
            fuse:
            stage 0: v1, v2 of v0, stores v2
            schedule:
            v3 float32[200] = FoldKernel { Op: Sum, Axes: [0], Prologue: Multiply(Exp(x0), x0) }(v0)
            place:
            v3 float32[200] = FoldKernel { Op: Sum, Axes: [0], Prologue: Multiply(Exp(x0), x0) }(v0)

            """.ReplaceLineEndings("\n"),
            string.Concat(passes));
    }

    [Fact]
    public void AReductionOfAView() => AssertText(
        x => Mx.Sum(Mx.Square(x).T, 0) + 1,
        """
        v1 float32[100,200] = MapKernel { Body: Square(x0) }(v0)
        v2 float32[200,100] = PermuteView { Order: [1,0] }(v1)
        v3 float32[100] = FoldKernel { Op: Sum, Axes: [0] }(v2)
        v5 float32[100] = BroadcastView { Shape: [100] }(1)
        v6 float32[100] = MapKernel { Body: Add(x0, x1) }(v3, 1)
        """,
        """
        v1 float32[100,200] = MapKernel { Body: Square(x0) }(v0)
        v3 float32[100] = FoldKernel { Op: Sum, Axes: [0] }(v1[200,100])  frees v1
        v6 float32[100] = MapKernel { Body: Add(x0, x1) }(v3, 1)  frees v3
        """);

    [Fact]
    public void AProductWithItsEpilogue() => AssertText(
        x => Mx.Sort(Mx.Tanh(Mx.MatMul(x, x.T) + 1), 0),
        """
        v1 float32[200,100] = PermuteView { Order: [1,0] }(v0)
        v2 float32[100,100] = MatMulKernel(v0, v1)
        v4 float32[100,100] = BroadcastView { Shape: [100,100] }(1)
        v5 float32[100,100] = MapKernel { Body: Add(x0, x1) }(v2, 1)
        v6 float32[100,100] = MapKernel { Body: Tanh(x0) }(v5)
        v7 float32[100,100] = SortKernel { Axis: 0 }(v6)
        """,
        """
        v6 float32[100,100] = MatMulKernel { Epilogue: Tanh(Add(x0, x1)) }(v0, v0[200,100], 1)
        v7 float32[100,100] = SortKernel { Axis: 0 }(v6)  frees v6
        """);

    [Fact]
    public void AnUpdateInPlace() => AssertText(
        x =>
        {
            NDArray y = x * 2;
            y[1] = 3;
            return y;
        },
        """
        v2 float32[100,200] = BroadcastView { Shape: [100,200] }(2)
        v3 float32[100,200] = MapKernel { Body: Multiply(x0, x1) }(v0, 2)
        v5 float32[200] = BroadcastView { Shape: [200] }(3)
        v6 float32[100,200] = SliceUpdateKernel { Part: SliceView { Start: [1,0], Step: [1,1], Shape: [1,200], Dropped: [0] }, Mode: Set }(v3, 3)
        """,
        """
        v3 float32[100,200] = MapKernel { Body: Multiply(x0, x1) }(v0, 2)
        v6 float32[100,200] = SliceUpdateKernel { Part: SliceView { Start: [1,0], Step: [1,1], Shape: [1,200], Dropped: [0] }, Mode: Set }(v3, 3) in the memory of v3  frees v3
        """);

    private static void AssertText(Func<NDArray, NDArray> function, string graphText, string planText)
    {
        Node root = function(Mx.Zeros((100, 200)).Eval()).Node;
        PlanGraph graph = Decomposition.Of([root]);
        graph.Keep(root);
        Assert.Equal(graphText + "\n", graph.Dump());
        Assert.Equal(planText + "\n", Plan.Build(graph).Dump());
    }
}
