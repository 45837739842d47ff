using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Memory is free after its last use, is taken over where a kernel works in place, and adds up to the peak.</summary>
public class PlacementTests
{
    private const long Bytes = 4 * 100 * 200;

    private static NDArray X => Mx.Ones((100, 200)).Eval();

    [Fact]
    public void AChainHasTwoArraysAtATime()
    {
        NDArray x = X;
        Plan plan = PlanOf(Enumerable.Range(0, 10).Aggregate(x, (y, i) => Mx.Sort(y, i % 2)));
        Assert.Equal(2 * Bytes, plan.Peak);
        Assert.Equal(9, plan.Operations.Count(operation => operation.HasDead));
    }

    [Fact]
    public void WhatIsReadByAViewStays()
    {
        NDArray y = Mx.Sort(X, 0), view = y.T;
        Plan plan = PlanOf(Mx.Sort(Mx.Sort(y, 1), 0) + Mx.Sort(view, 0).T);
        int lastReader = Array.FindLastIndex(plan.Operations, operation => operation.Inputs.Any(input => input.Owner == plan.Operations[0].Output));
        Assert.Contains(plan.Operations[0].Output, plan.Operations[lastReader].Dead);
        Assert.DoesNotContain(plan.Operations[..lastReader], operation => operation.HasDead && operation.Dead.Contains(plan.Operations[0].Output));
    }

    [Fact]
    public void AnUpdateTakesTheMemoryOver()
    {
        Plan plan = PlanOf(Updated(Mx.Sort(X, 0)));
        Assert.Same(plan.Operations[0].Output, plan.Operations[^1].Overwritten);
        Assert.Equal(Bytes, plan.Peak);
    }

    [Fact]
    public void WhatIsKeptIsNotOverwritten()
    {
        NDArray y = Mx.Sort(X, 0);
        NDArray z = Updated(+y);
        Plan plan = PlanOf(y, z);
        Assert.DoesNotContain(plan.Operations, operation => operation.Overwritten is not null);
        Assert.Equal(2 * Bytes, plan.Peak);
    }

    private static NDArray Updated(NDArray x)
    {
        x[3] = 0;
        return x;
    }

    private static Plan PlanOf(params NDArray[] roots)
    {
        PlanGraph graph = Decomposition.Of(NDArray.NodesOf(roots));
        foreach (Node root in NDArray.NodesOf(roots))
            graph.Keep(root);
        return Plan.Build(graph);
    }
}
