using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>Peaks of gradients of all weights, evaluated together: the states of the forward pass and little more.</summary>
[Collection("peak memory")]
public class GradientMemoryTests
{
    private const int Blocks = 32, LayersOfBlock = 8, Width = 64;

    // A state has 4 MB, and there are 256 of them.
    private static readonly NDArray States = Layers.Normal(1, (16_384, Width));
    private static readonly NDArray[] Weights = Layers.Weights(Blocks * LayersOfBlock, Width);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AllWeightsOfPlainBlocks(bool isCompiled) => AtMost(1040, isCompiled, block => block);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AllWeightsOfCheckpointedBlocks(bool isCompiled) => AtMost(175, isCompiled, block => Mx.Checkpoint(block));

    private static void AtMost(double bound, bool isCompiled, Func<Func<NDArray, NDArray>, Func<NDArray, NDArray>> wrap)
    {
        Func<NDArray[], NDArray[]> gradient = Mx.Grad<NDArray[]>(weights => Loss(weights, wrap));
        if (isCompiled)
            gradient = Mx.Compile(gradient);
        Peak.AtMost(bound, Peak.Of(() => gradient(Weights)), "gradients of 256 layers of 4 MB");
    }

    private static NDArray Loss(NDArray[] weights, Func<Func<NDArray, NDArray>, Func<NDArray, NDArray>> wrap)
    {
        NDArray x = States;
        for (int i = 0; i < Blocks; i++)
        {
            NDArray[] own = weights[(i * LayersOfBlock)..((i + 1) * LayersOfBlock)];
            x = wrap(h => own.Aggregate(h, (state, weight) => Mx.Tanh(Mx.MatMul(state, weight))))(x);
        }
        return Mx.Sum(Mx.Square(x));
    }
}
