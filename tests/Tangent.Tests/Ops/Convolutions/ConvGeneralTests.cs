using Tangent.Kernels;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Ops.Convolutions;

public class ConvGeneralTests
{
    [Fact]
    public void DerivativesOfRandomWindowsAreRight()
    {
        var random = new Random(5);
        for (int i = 0; i < 60; i++)
        {
            int axes = random.Next(1, 4), groups = random.Next(1, 4);
            Shape x = new([random.Next(1, 3), .. Numbers(2, 6), groups * random.Next(1, 3)]), w = new([groups * random.Next(1, 3), .. Numbers(1, 4), x[^1] / groups]);
            PerAxis stride = Numbers(1, 4), low = Numbers(-1, 4), high = Numbers(-1, 4), kernelDilation = Numbers(1, 3), inputDilation = Numbers(1, 4);
            bool flip = random.Next(2) == 0;
            Func<NDArray[], NDArray[]> f = v => [Mx.ConvGeneral(v[0], v[1], stride, (low, high), kernelDilation, inputDilation, groups, flip)];
            NDArray[] point = [Samples.Numbers(x, seed: i), Samples.Numbers(w, seed: i + 1)];
            try
            {
                f(point);
            }
            catch (ArgumentException)
            {
                continue;
            }
            Law.Derivatives(f, point, 1e-6);

            int[] Numbers(int least, int end) => [.. Enumerable.Range(0, axes).Select(_ => random.Next(least, end))];
        }
    }

    [Fact]
    public void BiasAndActivationAreTakenAlong()
    {
        NDArray x = Mx.Ones((1, 9, 9, 3)), w = Mx.Ones((4, 3, 3, 3)), bias = Mx.Arange(4f);
        NDArray y = Mx.Maximum(Mx.Conv2d(x, w, padding: 1) + bias, 20);
        PlanGraph graph = Decomposition.Of([y.Node]);
        graph.Keep(y.Node);
        var plan = Plan.Build(graph);
        Assert.Contains("ConvolutionKernel", plan.Dump(), StringComparison.Ordinal);
        Assert.DoesNotContain("MapKernel", plan.Dump(), StringComparison.Ordinal);
        Assert.Equal([20, 20, 20, 21], y[0, 1, 0].ToArray<float>());
        Assert.Equal([27, 28, 29, 30], y[0, 1, 1].ToArray<float>());
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        NDArray x = Mx.Zeros((2, 9, 8, 6)), w = Mx.Zeros((4, 3, 3, 6));
        Refusal.Argument("Conv2d: the input [9,8,6] needs 4 axes", () => Mx.Conv2d(x[0], w));
        Refusal.Argument("Conv2d: the weight [3,3,6] needs 4 axes", () => Mx.Conv2d(x, w[0]));
        Refusal.Argument("Conv2d: the filters [4,3,3,6] have 6 channels, the input [2,9,8,5] has 5.", () => Mx.Conv2d(x[Mx.Ellipsis, ..5], w));
        Refusal.Argument("Conv2d: 4 groups do not divide the 6 channels of the input [2,9,8,6] and the 4 filters", () => Mx.Conv2d(x, w, groups: 4));
        Refusal.Argument("Conv2d: the window of the weight [4,10,3,6] does not fit in the padded input [2,9,8,6] along axis 1.", () => Mx.Conv2d(x, Mx.Zeros((4, 10, 3, 6))));
        Refusal.Argument("Conv2d: stride [1,2,3] has 3 numbers for 2 axes.", () => Mx.Conv2d(x, w, stride: (1, 2, 3)));
        Refusal.Argument("Conv2d: stride 0 is less than 1.", () => Mx.Conv2d(x, w, stride: 0));
        Refusal.Argument("Conv2d: dilation -1 is less than 1.", () => Mx.Conv2d(x, w, dilation: -1));
        Refusal.Argument("ConvTranspose2d: outputPadding -1 is less than 0.", () => Mx.ConvTranspose2d(x, w, outputPadding: -1));
        Refusal.Argument("ConvGeneral: the input [2,2] needs 3 to 5 axes", () => Mx.ConvGeneral(Mx.Zeros((2, 2)), w));
        Refusal.Argument("Conv1d: no convolution of complex64", () => Mx.Conv1d(Mx.Zeros((1, 4, 2), DType.Complex64), Mx.Zeros((1, 2, 2))));
        Refusal.Argument("Convolve: the arrays need one axis with elements", () => Mx.Convolve(Mx.Zeros(0), Mx.Ones(2)));
    }
}
