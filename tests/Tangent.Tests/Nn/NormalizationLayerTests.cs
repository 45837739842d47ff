using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>Statistics of normalisations, and what they do with few, far or narrow numbers.</summary>
public sealed class NormalizationLayerTests
{
    [Fact]
    public void Running_statistics_are_blends_of_the_mean_and_the_unbiased_variance()
    {
        var layer = new BatchNorm(2, momentum: 0.25);
        NDArray x = new float[,] { { 1, 10 }, { 3, 10 }, { 5, 40 } };
        layer.Call(x);
        Assert.Equal([0.75f, 5f], layer.RunningMean!.ToArray<float>());
        Assert.Equal([1.75f, 75.75f], layer.RunningVar!.ToArray<float>());
        layer.Eval();
        NDArray y = layer.Call(x);
        Assert.Equal([0.75f, 5f], layer.RunningMean!.ToArray<float>());
        Assert.Equal((1 - 0.75) / Math.Sqrt(1.75 + 1e-5), y[0, 0].Item<float>(), 1e-6);
    }

    [Fact]
    public void Statistics_go_on_through_gradients_and_frozen_parameters_and_are_never_trained()
    {
        var layer = new BatchNorm(2);
        NDArray x = new float[,] { { 1, 10 }, { 3, 10 }, { 5, 40 } };
        Assert.Equal(["weight", "bias"], layer.TrainableParameters().Keys);
        layer.Freeze();
        Mx.Grad((NDArray v) => Mx.Sum(layer.Call(v)))(x).Eval();
        Assert.Equal([0.3f, 2f], layer.RunningMean!.ToArray<float>());
        Mx.Vjp((NDArray v) => layer.Call(v), x, Mx.Ones((3, 2)));
        Assert.Equal([0.57f, 3.8f], layer.RunningMean!.ToArray<float>().Select(value => MathF.Round(value, 5)));
    }

    [Fact]
    public void In_training_one_value_a_channel_is_too_few()
    {
        var layer = new BatchNorm(2);
        Refusal.Names(() => layer.Call(Mx.Ones((1, 2))), "BatchNorm", "[1,2]");
        Assert.Equal([0f, 0f], layer.RunningMean!.ToArray<float>());
        layer.Eval();
        Assert.Equal((Shape)(1, 2), layer.Call(Mx.Ones((1, 2))).Shape);
    }

    [Fact]
    public void Numbers_far_from_zero_are_normalised_as_those_near_it()
    {
        NDArray x = Samples.Numbers((3, 8, 4)), far = Mx.AsType(x + 1000.0, DType.Float32), near = far - 1000f;
        foreach (Unary layer in (Unary[])[new LayerNorm(4), new GroupNorm(2, 4), new GroupNorm(2, 4, pytorchCompatible: true), new InstanceNorm(4), new BatchNorm(4)])
            Assert.True(Mx.AllClose(layer.Call(near), layer.Call(far), atol: 2e-3).Item<bool>(), layer.GetType().Name);
    }

    [Fact]
    public void Sixteen_bits_are_computed_in_float32_and_stay_sixteen_bits()
    {
        NDArray x = Samples.Numbers((3, 64, 4), 0, 60000);
        foreach (Unary layer in (Unary[])[new LayerNorm(4), new RMSNorm(4), new GroupNorm(2, 4), new InstanceNorm(4, affine: true), new BatchNorm(4)])
        {
            NDArray wide = layer.Call(Mx.AsType(Mx.AsType(x, DType.Float16), DType.Float32));
            NDArray narrow = ((Unary)layer.SetDType(DType.Float16)).Call(Mx.AsType(x, DType.Float16));
            Assert.Equal(DType.Float16, narrow.DType);
            Assert.True(Mx.AllClose(wide, Mx.AsType(narrow, DType.Float32), rtol: 1e-3, atol: 1e-3).Item<bool>(), layer.GetType().Name);
        }
    }

    [Fact]
    public void Groups_of_one_channel_are_instances_and_one_group_is_a_whole_example()
    {
        NDArray x = Samples.Numbers((2, 3, 5, 4));
        NDArray instances = new InstanceNorm(4).Call(x);
        Assert.True(Mx.AllClose(instances, new GroupNorm(4, 4).Call(x)).Item<bool>());
        Assert.True(Mx.AllClose(instances, new GroupNorm(4, 4, pytorchCompatible: true).Call(x)).Item<bool>());
        NDArray whole = new LayerNorm(60, affine: false).Call(Mx.Reshape(x, (2, 60)));
        Assert.True(Mx.AllClose(Mx.Reshape(whole, x.Shape), new GroupNorm(1, 4).Call(x)).Item<bool>());
    }
}
