namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;

/// <summary>Gradients are trees: accumulating and clipping are maps of them.</summary>
public class GradientTreeTests
{
    private static readonly NDArray X = Mx.Random.Normal((12, 3), key: Mx.Random.Key(1)).Eval(), Y = Mx.Random.Normal((12, 2), key: Mx.Random.Key(2)).Eval();

    [Fact]
    public void GradientsOfPartsAddUpToThatOfTheWhole()
    {
        var model = new Mlp(3, 4, 2);
        var gradient = Nn.ValueAndGrad(model, (NDArray x, NDArray y) => Mx.Mean(Mx.Square(model.Call(x) - y)));
        ParameterTree sum = gradient(X[..4], Y[..4]).Gradients;
        for (int from = 4; from < 12; from += 4)
            sum = sum.Map(gradient(X[from..(from + 4)], Y[from..(from + 4)]).Gradients, (x, y) => x + y);
        Same.Near(gradient(X, Y).Gradients, sum.Map(array => array / 3));
    }

    [Fact]
    public void ClippingIsByTheNormOfAllTogether()
    {
        ParameterTree gradients = new([new("a", Mx.Array([3f])), new("b", Mx.Array([[4f]]))]);
        (ParameterTree clipped, NDArray norm) = Optimizer.ClipGradNorm(gradients, 2.5);
        Assert.Equal(5f, norm.Item<float>());
        Same.Near(Mx.Array([1.5f]), clipped["a"]);
        Same.Near(Mx.Array([[2f]]), clipped["b"]);
        Same.Bits(gradients, Optimizer.ClipGradNorm(gradients, 6).Gradients);
        Assert.Equal(0f, Optimizer.ClipGradNorm(ParameterTree.Empty, 1).Norm.Item<float>());
    }

    [Fact]
    public void NarrowGradientsKeepTheirTypeAndDoNotOverflow()
    {
        ParameterTree gradients = new([new("a", Mx.Full(64, 1000, DType.Float16)), new("b", Mx.Zeros(2, DType.BFloat16))]);
        (ParameterTree clipped, NDArray norm) = Optimizer.ClipGradNorm(gradients, 8000);
        Assert.Equal(8000f, norm.Item<float>());
        Assert.Equal([DType.Float16, DType.BFloat16], clipped.Values.Select(array => array.DType));
    }

    [Fact]
    public void ElementsAreClippedByAMap()
    {
        ParameterTree gradients = new([new("a", Mx.Array([-3f, 0.5f]))]);
        Same.Bits(Mx.Array([-1f, 0.5f]), gradients.Map(array => Mx.Clip(array, -1, 1))["a"]);
    }
}
