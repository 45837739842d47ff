namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;

public class MultiOptimizerTests
{
    [Fact]
    public void TheFirstFilterThatHoldsDecides()
    {
        ParameterTree parameters = Every.Parameters(1), gradients = Every.Parameters(2);
        var multi = new MultiOptimizer([new SGD(0.1), new Adam(0.2), new Lion(0.3)], (path, _) => path.Contains('1', StringComparison.Ordinal), (_, array) => array.NDim >= 1);
        ParameterTree after = multi.ApplyGradients(gradients, parameters);
        Same.Bits(Alone(new Lion(0.3), 0), after["layers.0.weight"]);
        Same.Bits(Alone(new SGD(0.1), 1), after["layers.1.weight"]);
        Same.Bits(Alone(new Adam(0.2), 2), after["layers.2.weight"]);
        Same.Bits(Alone(new Adam(0.2), 3), after["layers.3.weight"]);
        Assert.Equal(parameters.Keys, after.Keys);
        Assert.Equal(
            [
                "states.0.step", "states.0.learning_rate", "states.0.layers.1.weight.v", "states.1.step", "states.1.learning_rate", "states.1.layers.2.weight.m",
                "states.1.layers.2.weight.v", "states.1.layers.3.weight.m", "states.1.layers.3.weight.v", "states.2.step", "states.2.learning_rate", "states.2.layers.0.weight.m",
            ],
            multi.State.Keys);

        NDArray Alone(Optimizer optimizer, int index)
        {
            string path = $"layers.{index}.weight";
            return optimizer.ApplyGradients(new([new(path, gradients[path])]), parameters)[path];
        }
    }

    [Fact]
    public void AnErrorOfOneUndoesTheOthers()
    {
        int calls = 0;
        // At first it is asked for the rate to begin with.
        Func<NDArray, NDArray> failing = _ => calls++ == 0 ? Mx.Full(Shape.Scalar, 0.1) : throw new NotSupportedException();
        Optimizer first = new SGD(0.1, momentum: 0.9), multi = new MultiOptimizer([first, new Adam(failing)], (_, array) => array.NDim > 1);
        ParameterTree before = multi.State;
        Assert.Throws<NotSupportedException>(() => multi.ApplyGradients(Every.Parameters(2), Every.Parameters(1)));
        Assert.Equal(0UL, first.Step.Item<ulong>());
        Same.Bits(before["states.0.learning_rate"], multi.State["states.0.learning_rate"]);
    }
}
