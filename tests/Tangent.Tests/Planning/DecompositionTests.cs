using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Nodes become operations: what has no kernel becomes its parts, and equal parts become one.</summary>
public class DecompositionTests
{
    private static NDArray X => Mx.Ones((40, 50)).Eval();

    [Fact]
    public void WhatIsGivenIsNotComputed()
    {
        NDArray y = Mx.Sort(X, 0).Eval();
        PlanGraph graph = Decomposition.Of([(y + 1).Node]);
        Assert.DoesNotContain(graph.Operations, operation => operation.Kernel is SortKernel);
        Assert.Contains(y.Node, graph.Given);
    }

    [Fact]
    public void ANodeIsOneOperationHoweverOftenItIsRead()
    {
        NDArray y = Mx.Sort(X, 0);
        Assert.Single(Decomposition.Of([(y * y + y).Node]).Operations, operation => operation.Kernel is SortKernel);
    }

    [Fact]
    public void ACompositionAndItsRuleShareTheirParts()
    {
        Func<NDArray[], NDArray[]> f = Mx.Checkpoint((NDArray[] x) => [Mx.Sort(x[0], 0) * 2]);
        (NDArray[] y, NDArray[] dy) = Mx.Jvp(f, [X], [X]);
        PlanGraph graph = Decomposition.Of([y[0].Node, dy[0].Node]);
        Assert.Single(graph.Operations, operation => operation.Kernel is SortKernel);
    }

    [Fact]
    public void WhatWaitsComesAfterwardsWhereBothAreComputed()
    {
        NDArray x = X, first = Mx.Sort(x, 0);
        NDArray late = After.Of([Mx.Exp(x)], [first])[0];
        PlanGraph graph = Decomposition.Of([Mx.Sort(late, 1).Node, first.Node]);
        PlanOperation after = graph.Operations.Single(operation => operation.Primitive is After);
        Assert.Equal([graph[first.Node]], after.Waits!);
        Assert.True(graph[first.Node].Producer!.Index < after.Index);
    }

    [Fact]
    public void WhatNobodyComputesIsNotWaitedFor()
    {
        NDArray x = X;
        PlanGraph graph = Decomposition.Of([After.Of([Mx.Exp(x)], [Mx.Sort(x, 0)])[0].Node]);
        Assert.DoesNotContain(graph.Operations, operation => operation.Kernel is SortKernel);
    }
}
