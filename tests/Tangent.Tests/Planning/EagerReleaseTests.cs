using Xunit;

namespace Tangent.Tests.Planning;

/// <summary>Operations that free more memory than they take do not wait for what was to come before them.</summary>
public class EagerReleaseTests
{
    // Above the size from which on orders are improved.
    private const int Rows = 1200, Columns = 1000;
    private const long Bytes = 4L * Rows * Columns;

    private static readonly NDArray X = Mx.Ones((Rows, Columns)).Eval();

    // A sum of each layer, all asked for after the last layer.
    [Fact]
    public void WhatFreesMoreThanItTakesIsBroughtForward()
    {
        NDArray[] layers = new NDArray[12];
        layers[0] = Mx.Sort(X, 0);
        for (int i = 1; i < layers.Length; i++)
            layers[i] = Mx.Sort(layers[i - 1], i % 2);
        NDArray[] sums = Array.ConvertAll(layers, layer => Mx.Sum(layer, 0));
        long peak = PlanOf([layers[^1], .. sums]).Peak;
        Assert.InRange(peak, 2 * Bytes, 2 * Bytes + 12 * 4 * Columns);
    }

    private static Plan PlanOf(params NDArray[] roots)
    {
        PlanGraph graph = Decomposition.Of(NDArray.NodesOf(roots));
        foreach (Node root in NDArray.NodesOf(roots))
            graph.Keep(root);
        return Plan.Build(graph);
    }
}
