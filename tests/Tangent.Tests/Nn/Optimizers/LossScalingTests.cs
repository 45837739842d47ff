namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;

public class LossScalingTests
{
    private static readonly ParameterTree Weights = new([new("w", Mx.Array([1f, 2f], DType.Float16))]);

    [Fact]
    public void SmallGradientsAreNotLost()
    {
        NDArray lost = Mx.Grad((ParameterTree p) => Loss(p))(Weights)["w"];
        Assert.Equal(0f, Mx.AsType(lost, DType.Float32)[0].Item<float>());
        var optimizer = new LossScaling(new SGD(1e8) { MasterWeights = true });
        (NDArray loss, ParameterTree gradients) = Mx.ValueAndGrad((ParameterTree p) => optimizer.Scale(Loss(p)))(Weights);
        Same.Near(Mx.AsType(Loss(Weights), DType.Float32), loss);
        Assert.True(Mx.AllClose(optimizer.ApplyGradients(gradients, Weights)["w"], Mx.Array([0f, 1f]), 0, 2e-3).Item<bool>());

        static NDArray Loss(ParameterTree p) => Mx.Sum(Mx.AsType(p["w"] * 1e-4, DType.Float32)) * 1e-4;
    }

    [Fact]
    public void AStepThatOverflowsIsLeftOutWhole()
    {
        var optimizer = new LossScaling(new Adam(0.1), initial: 1024);
        ParameterTree parameters = optimizer.ApplyGradients(Weights, Weights), before = optimizer.State;
        Same.Bits(parameters, optimizer.ApplyGradients(Weights.Map(array => array * double.PositiveInfinity), parameters));
        Assert.Equal((512f, 1UL, 1UL), (optimizer.Factor.Item<float>(), optimizer.Skipped.Item<ulong>(), optimizer.Step.Item<ulong>()));
        Same.Bits(before["optimizer.w.m"], optimizer.State["optimizer.w.m"]);
        optimizer.ApplyGradients(Weights, parameters);
        Assert.Equal((512f, 1UL, 2UL), (optimizer.Factor.Item<float>(), optimizer.Skipped.Item<ulong>(), optimizer.Step.Item<ulong>()));
    }

    [Fact]
    public void TheScaleStaysBetweenBounds()
    {
        var optimizer = new LossScaling(new SGD(0), initial: 1 << 23, growthInterval: 2);
        List<float> scales = [];
        for (int i = 0; i < 32; i++)
        {
            optimizer.ApplyGradients(i < 6 ? Weights : Weights.Map(array => array * double.NaN), Weights);
            scales.Add(optimizer.Factor.Item<float>());
        }
        Assert.Equal([1 << 23, 1 << 24, 1 << 24, 1 << 24, 1 << 24, 1 << 24, 1 << 23], scales[..7]);
        Assert.Equal(1f, scales[^1]);
    }

    [Fact]
    public void AModelTrainsWithIt()
    {
        Linear model = new(3, 2), plain = new(model.Weight, model.Bias);
        NDArray x = Mx.Random.Normal((8, 3), key: Mx.Random.Key(1));
        var optimizer = new LossScaling(new SGD(0.1), maxNorm: 0.5);
        Func<NDArray, NDArray> step = Nn.TrainStep(model, optimizer, (NDArray x) => optimizer.Scale(Mx.Mean(Mx.Square(model.Call(x) - 1))));
        Func<NDArray, NDArray> other = Nn.TrainStep(plain, new SGD(0.1), (NDArray x) => Mx.Mean(Mx.Square(plain.Call(x) - 1)), maxNorm: 0.5);
        for (int i = 0; i < 4; i++)
            Same.Near(other(x), step(x));
        Same.Near(plain.Parameters(), model.Parameters());
    }
}
