namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Xunit;

/// <summary>Modules in modules: found, replaced, printed; and weights that fit or not.</summary>
public class ModuleShapeTests
{
    [Fact]
    public void ModulesAreFoundOnceEach()
    {
        var model = new Sequential { new Linear(2, 3), Mx.Tanh, new Sequential { new Linear(3, 1) } };
        Assert.Equal(["", "layers.0", "layers.1", "layers.2", "layers.2.layers.0"], model.NamedModules().Select(found => found.Path));
        Assert.Equal(["layers.0", "layers.1", "layers.2"], model.Children().Select(found => found.Path));
        Assert.Equal(["layers.0", "layers.1", "layers.2.layers.0"], model.LeafModules().Select(found => found.Path));
        Assert.Equal(["", "encoder"], new Tied().NamedModules().Select(found => found.Path));
        Assert.Equal(["", "vector.0", "vector.1", "list.0", "list.1", "interface.0", "named.out", "Wxh.1"], new Containers().NamedModules().Select(found => found.Path));
        var seen = new List<string>();
        model.ApplyToModules((path, _) => seen.Add(path));
        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public void ModulesAreReplacedWhereverTheyStand()
    {
        var model = new Containers();
        model.UpdateModules((_, module) => module is Linear ? new Wide(1, 1) : null);
        Assert.All(model.NamedModules().Skip(1).Where(found => found.Path != "list.1"), found => Assert.IsType<Wide>(found.Module));
        var tied = new Tied();
        tied.UpdateModules(new Dictionary<string, Module> { ["encoder"] = new Wide(3, 3) });
        Assert.Same(tied.Encoder, tied.Decoder);
        Assert.IsType<Wide>(tied.Decoder);
    }

    [Fact]
    public void AModuleThatDoesNotFitReplacesNone()
    {
        var model = new Containers();
        Module[] before = [.. model.Modules()];
        Refusal.Argument("UpdateModules: a Sequential cannot stand at 'vector.0', which holds a Linear; a Sequential cannot stand at 'vector.1', which holds a Linear",
            () => model.UpdateModules((_, module) => module is Linear ? new Sequential() : null));
        Refusal.Argument("UpdateModules: there is no module 'named.aut'; did you mean 'named.out'?", () => model.UpdateModules(new Dictionary<string, Module> { ["named.aut"] = new Linear(1, 1) }));
        Assert.Equal(before, model.Modules());
    }

    [Fact]
    public void WeightsThatDoNotFitAreNamedAllAtOnce()
    {
        var model = new Mlp(2, 3, 1);
        ParameterTree before = model.Parameters();
        var weights = new Dictionary<string, NDArray> { ["first.weight"] = Mx.Ones((3, 3)), ["first.bias"] = Mx.Ones(3), ["second.weigth"] = Mx.Ones((1, 3)), ["second.bias"] = Mx.Ones(1) };
        Refusal.Argument(
            "LoadWeights: what is given does not fit a Mlp: missing: 'second.weight' (there is 'second.weigth'); unexpected: 'second.weigth' (there is 'second.weight'); misshapen: 'first.weight' has shape [3,3], and the module's [3,2].",
            () => model.LoadWeights(weights));
        Refusal.Argument("LoadWeights: what is given does not fit a Mlp: misshapen: 'first.weight'", () => model.LoadWeights(weights, strict: false));
        Same.Bits(before, model.Parameters());
        weights.Remove("first.weight");
        LoadReport report = model.LoadWeights(weights, strict: false);
        Assert.Equal(["first.weight", "second.weight"], report.Missing);
        Assert.Equal(["second.weigth"], report.Unexpected);
        Same.Bits(Mx.Ones(3), model.First.Bias!);
        Refusal.Argument("SaveWeights: x.txt ends neither in .safetensors nor in .npz.", () => { model.SaveWeights("x.txt"); return null; });
    }

    [Fact]
    public void AModuleIsPrinted()
    {
        var model = new Sequential { new Linear(2, 3), new Sequential { new Linear(3, 1, bias: false) } };
        Assert.Equal("""
            Sequential(
              (layers.0): Linear(input_dims=2, output_dims=3, bias=true)
              (layers.1): Sequential(
                (layers.0): Linear(input_dims=3, output_dims=1, bias=false)
              )
            )
            """, model.ToString());
        model[1].Freeze();
        Assert.Equal("""
            Sequential
            path                      shape  dtype    elements  trained
            layers.0.weight           [3,2]  float32         6  yes
            layers.0.bias             [3]    float32         3  yes
            layers.1.layers.0.weight  [1,3]  float32         3  no
            12 elements, 9 trained, 48 bytes
            """, model.Summary());
    }

    [Fact]
    public void AModuleThatHoldsItselfIsRefused()
    {
        var model = new Loop();
        model.Inner = model;
        Refusal.Of<InvalidOperationException>("Loop: it holds itself, in 'inner'; mark that member [Static].", () => model.Parameters());
    }

    [Fact]
    public void TypesAreConvertedWhereTheyAreFloating()
    {
        var model = new Containers { Missing = Mx.Array([1, 2]) };
        model.SetDType(DType.BFloat16);
        Assert.All(model.Parameters(), pair => Assert.Equal(pair.Key == "missing" ? DType.Int32 : DType.BFloat16, pair.Value.DType));
        Assert.DoesNotContain("missing", model.TrainableParameters().Keys);
        model.SetDType(DType.Float32, dtype => dtype == DType.Int32);
        Assert.Equal(DType.Float32, model.Missing.DType);
        Assert.Equal(["weight"], model.FilterAndMap((module, name, _) => module is Containers && name == "weight").Keys);
        Assert.Equal(model.TrainableParameters().Keys, model.FilterAndMap(Module.TrainableParameterFilter).Keys);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => model.Apply(array => array.DType == DType.Float32 ? throw new InvalidDataException() : array + 1));
        Assert.Equal(1f, Mx.AsType(model.Weight, DType.Float32)[0].Item<float>());
        Assert.NotNull(error);
    }

    [Fact]
    public void CollectingAllocatesNoMoreThanPathsAndLists()
    {
        var model = new Sequential();
        for (int i = 0; i < 100; i++)
            model.Add(new Linear(1, 1));
        model.TrainableParameters();
        long before = GC.GetAllocatedBytesForCurrentThread();
        ParameterCollector.Of("Parameters", model, isOfTrained: true);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }
}
