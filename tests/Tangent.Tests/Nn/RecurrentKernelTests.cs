using Xunit;

namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>A step of a recurrent layer is a product and, but for an Elman network whose step is done by the product, one loop.</summary>
public sealed class RecurrentKernelTests
{
    [Theory]
    [InlineData("RNN", 1)]
    [InlineData("GRU", 2)]
    [InlineData("LSTM", 2)]
    public void A_step_is_few_operations(string name, int most)
    {
        int more = Operations(name, 24) - Operations(name, 12);
        Assert.True(more <= 12 * most, $"{more / 12.0} operations a step");
    }

    private static int Operations(string name, int steps)
    {
        NDArray x = Mx.Ones((4, steps, 8)).Eval();
        NDArray y = name switch
        {
            "RNN" => new RNN(8, 16).Call(x),
            "GRU" => new GRU(8, 16).Call(x),
            _ => new LSTM(8, 16).Call(x).Hidden,
        };
        PlanGraph graph = Decomposition.Of([y.Node]);
        graph.Keep(y.Node);
        return Plan.Build(graph).Operations.Length;
    }
}
