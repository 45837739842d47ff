using Xunit;

namespace Tangent.Tests.Networks;

// In here, since the library has primitives of the same names, which the tests see.
using Tangent.Layers;

/// <summary>What a module holds is found by its members' types, and changed as a whole or not at all.</summary>
public class ModuleTests
{
    private static readonly string[] Contained =
    [
        "weight", "mean", "cache.0", "cache.1", "vector.0.weight", "vector.0.bias", "vector.1.weight", "list.0.weight", "list.0.bias",
        "interface.0.weight", "interface.0.bias", "named.out.weight", "named.out.bias", "Wxh.0", "Wxh.1.weight", "Wxh.1.bias",
    ];

    [Fact]
    public void EveryContainerIsSeen()
    {
        Assert.Equal(Contained, new Containers().Parameters().Keys);
        Assert.Equal([.. Contained, "extra"], new More().Parameters().Keys);
        Assert.Equal(Contained.Where(path => path != "mean" && !path.StartsWith("cache", StringComparison.Ordinal)), new Containers().TrainableParameters().Keys);
        Assert.Equal(["layers.0.weight", "layers.0.bias", "layers.2.weight"], new Sequential { new Linear(2, 3), Mx.Tanh, new Linear(3, 1, bias: false) }.Parameters().Keys);
    }

    [Fact]
    public void UpdateReachesEveryPlace()
    {
        var module = new More();
        ParameterTree before = module.Parameters();
        module.Update(before.Map(array => array + 1));
        ParameterTree after = module.Parameters();
        foreach ((string path, NDArray array) in before)
            Assert.True(Mx.ArrayEqual(array + 1, after[path]).Item<bool>(), path);
        Assert.Equal(9f, module.Extra[0].Item<float>());
    }

    [Fact]
    public void AMistakeChangesNothing()
    {
        var module = new Mlp(2, 3, 1);
        ParameterTree before = module.Parameters();
        var wrong = new ParameterTree(new Dictionary<string, NDArray> { ["first.weight"] = Mx.Zeros((3, 2)), ["first.bias"] = Mx.Zeros(4), ["secand.bias"] = Mx.Zeros(1) });
        ArgumentException error = Assert.Throws<ArgumentException>(() => module.Update(wrong));
        Assert.Equal("Update: 'first.bias' has shape [4], and the module's [3]; the module has no array 'secand.bias' (it has 'second.bias'). (Parameter 'values')", error.Message);
        foreach ((string path, NDArray array) in module.Parameters())
            Assert.True(Mx.ArrayEqual(array, before[path]).Item<bool>(), path);
    }

    [Fact]
    public void AModuleInTwoPlacesIsOne()
    {
        var tied = new Tied();
        Assert.Equal(["encoder.weight", "encoder.bias"], tied.Parameters().Keys);
        Tied gradient = Mx.Grad((Tied m) => Mx.Sum(m.Call(Mx.Ones(3))))(tied);
        Assert.Same(gradient.Encoder, gradient.Decoder);
        Assert.NotSame(tied.Encoder, gradient.Encoder);
    }

    [Fact]
    public void OneArrayInTwoPlacesIsRefused()
    {
        var model = new Mlp(2, 2, 2);
        model.Second.Weight = model.First.Weight;
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => model.TrainableParameters());
        Assert.StartsWith("TrainableParameters: 'first.weight' and 'second.weight' are one array", error.Message, StringComparison.Ordinal);
    }
}
