using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Orders in which few bytes are alive at once.</summary>
public class SchedulingTests
{
    // Above the size from which on two orders are tried.
    private const int Rows = 1200, Columns = 1000;
    private const long Bytes = 4L * Rows * Columns;

    private static readonly NDArray X = Mx.Ones((Rows, Columns)).Eval();

    [Fact]
    public void EachSummandIsMadeWhenItIsAdded() =>
        Assert.Equal(3 * Bytes, PlanOf(Enumerable.Range(0, 8).Select(i => Mx.Sort(Mx.Sort(X, 0), 1)).Aggregate((sum, next) => Mx.Sort(sum + next, 0))).Peak);

    [Fact]
    public void TheDeeperArgumentComesFirst()
    {
        NDArray deep = Mx.Sort(Mx.Concatenate([Mx.Sort(X, 0), Mx.Sort(X, 1)], 0), 0)[..Rows];
        NDArray flat = Mx.Sort(X, 0);
        Assert.Equal(PlanOf(Mx.Sort(deep + flat, 1)).Peak, PlanOf(Mx.Sort(flat + deep, 1)).Peak);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryOperationFollowsWhatItReads(bool isLarge)
    {
        NDArray x = isLarge ? X : X[..10, ..10].Eval();
        NDArray y = Mx.Sort(x, 0), z = Mx.Exp(y) * Mx.Sort(y, 1);
        Plan plan = PlanOf(z, Mx.Sum(z, 0) + Mx.Max(y, 0), Mx.MatMul(z, y.T));
        var made = new HashSet<PlanValue>();
        foreach (PlanOperation operation in plan.Operations)
        {
            Assert.All(operation.Inputs, input => Assert.True(input.Owner.Producer is null || made.Contains(input.Owner)));
            made.UnionWith(operation.Outputs);
        }
    }

    private static Plan PlanOf(params NDArray[] roots)
    {
        PlanGraph graph = Decomposition.Of(NDArray.NodesOf(roots));
        foreach (Node root in NDArray.NodesOf(roots))
            graph.Keep(root);
        return Plan.Build(graph);
    }
}
