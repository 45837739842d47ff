using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Networks;

using Tangent.Layers;

/// <summary>Quantised models and adapters.</summary>
public sealed class QuantizedLayerTests
{
    private static readonly NDArray Input = Mx.AsType(Samples.Numbers((3, 64)), DType.Float32);

    private static Sequential Model() => new() { new Linear(64, 128), Nn.Relu, new Linear(128, 64, bias: false), Nn.Relu, new Linear(64, 3) };

    [Theory]
    [InlineData(QuantizationMode.Affine, 8, 0.02)]
    [InlineData(QuantizationMode.Affine, 4, 0.2)]
    [InlineData(QuantizationMode.MxFp8, 8, 0.1)]
    [InlineData(QuantizationMode.NvFp4, 4, 0.3)]
    [InlineData(QuantizationMode.MxFp4, 4, 0.4)]
    public void A_quantised_model_is_near_the_model(QuantizationMode mode, int bits, double tolerance)
    {
        Sequential model = Model();
        NDArray expected = model.Call(Input);
        Nn.Quantize(model, bits: bits, mode: mode);
        Assert.Equal(3, model.Layers.OfType<QuantizedLinear>().Count());
        Assert.Empty(model.TrainableParameters());
        Assert.Empty(((Sequential)model.Unfreeze()).TrainableParameters());
        Assert.True(Mx.AllClose(expected, model.Call(Input), rtol: tolerance, atol: tolerance).Item<bool>(), $"{expected} {model.Call(Input)}");
        Nn.Quantize(model, bits: bits, mode: mode);
        Assert.Equal(3, model.Layers.OfType<QuantizedLinear>().Count());
    }

    [Fact]
    public void What_is_chosen_is_quantised_and_a_mistake_changes_nothing()
    {
        Sequential model = Model();
        model.Add(new Linear(3, 2));
        ParameterTree before = model.Parameters();
        Refusal.Names(() => { Nn.Quantize(model); return null; }, "Nn.Quantize", "layers.5", "64");
        Same.Bits(before, model.Parameters());
        Nn.Quantize(model, predicate: (path, _) => path == "layers.2");
        Assert.Equal(["layers.2"], model.NamedModules().Where(found => found.Module is QuantizedLinear).Select(found => found.Path));
        Nn.Quantize(model, (path, _) => path == "layers.0" ? new QuantizationSettings(32, 8) : null);
        Assert.Equal((32, 8), model.Layers[0] is QuantizedLinear first ? (first.GroupSize, first.Bits) : default);
    }

    [Fact]
    public void A_table_of_vectors_is_quantised_too()
    {
        var table = new Embedding(10, 64);
        QuantizedEmbedding packed = QuantizedEmbedding.FromEmbedding(table, bits: 8);
        Assert.True(Mx.AllClose(table.Call(Mx.Array([[1, 2], [3, 9]])), packed.Call(Mx.Array([[1, 2], [3, 9]])), atol: 5e-3).Item<bool>());
        Assert.Equal((Shape)64, packed.Call(Mx.AsType(3, DType.Int32)).Shape);
        Assert.True(Mx.AllClose(table.AsLinear(Input), packed.AsLinear(Input), atol: 2e-2).Item<bool>());
    }

    [Fact]
    public void Both_quantised_a_layer_is_packed_in_use_and_numbers_in_training()
    {
        var layer = new QQLinear(64, 3, mode: QuantizationMode.MxFp8);
        NDArray trained = layer.Call(Input);
        Assert.Equal(["weight"], layer.TrainableParameters().Keys);
        layer.Eval();
        Assert.Equal((DType.UInt32, true), (layer.Weight.DType, layer.Scales is not null));
        Assert.Empty(layer.TrainableParameters());
        Same.Near(trained, layer.Call(Input));
        layer.Train();
        Assert.Equal((DType.Float32, (Shape)(3, 64)), (layer.Weight.DType, layer.Weight.Shape));
        Same.Near(trained, layer.Call(Input));
        Refusal.Names(() => new QQLinear(64, 3, mode: QuantizationMode.Affine), "QQLinear", "Affine");
        Sequential model = Model();
        Nn.Quantize(model, mode: QuantizationMode.NvFp4, quantizeInput: true);
        Assert.Equal(3, model.Layers.OfType<QQLinear>().Count());
    }

    [Fact]
    public void An_adapter_adds_nothing_at_first_and_alone_is_trained()
    {
        Sequential model = Model();
        NDArray expected = model.Call(Input);
        model.UpdateModules((_, module) => module is Linear linear ? LoRALinear.Of(linear, rank: 4, scale: 2) : null);
        Same.Near(expected, model.Call(Input));
        Assert.Equal(["layers.0.lora_a", "layers.0.lora_b", "layers.2.lora_a", "layers.2.lora_b", "layers.4.lora_a", "layers.4.lora_b"], model.TrainableParameters().Keys);
        model.Unfreeze();
        Assert.Equal(6, model.TrainableParameters().Count);
        model.Update(model.TrainableParameters().Map(array => Mx.AsType(Samples.Numbers(array.Shape, -0.1, 0.1), DType.Float32)));
        NDArray adapted = model.Call(Input);
        Assert.False(Mx.AllClose(expected, adapted).Item<bool>());
        model.UpdateModules((_, module) => (module as LoRALinear)?.Fuse());
        Assert.All(model.Layers.OfType<Linear>(), layer => Assert.Equal(typeof(Linear), layer.GetType()));
        Assert.True(Mx.AllClose(adapted, model.Call(Input), rtol: 1e-4, atol: 1e-5).Item<bool>());
    }

    [Fact]
    public void An_adapter_of_a_quantised_layer_is_trained_over_packed_numbers()
    {
        Sequential model = Model();
        Nn.Quantize(model);
        NDArray expected = model.Call(Input);
        model.UpdateModules((_, module) => module is Linear linear ? LoRALinear.Of(linear, rank: 4) : null);
        Same.Near(expected, model.Call(Input));
        Assert.Equal(6, model.TrainableParameters().Count);
        ParameterTree gradient = Mx.Grad((ParameterTree p) => Mx.Sum(model.With(p).Call(Input)))(model.TrainableParameters());
        Assert.Contains(gradient["layers.4.lora_b"].ToArray<float>(), value => value != 0);
        Refusal.Names(() => new LoRALinear(new QuantizedLinear(64, 2)), "LoRALinear", "QuantizedLinear");
    }
}
