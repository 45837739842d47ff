namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Tangent.Tests.Laws;
using Xunit;

/// <summary>What holds for every module: each transform in its parameters and its arguments, copies, files, modes and training.</summary>
public class ModuleLawTests
{
    public static TheoryData<string> Names => [.. ModuleSamples.All.Keys];

    public static TheoryData<string> WithSlopes => [.. ModuleSamples.All.Where(pair => pair.Value.HasSlopes).Select(pair => pair.Key)];

    [Fact]
    public void EveryLayerHasASample()
    {
        string[] missing = [.. typeof(Module).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Module)) && !type.IsAbstract && !ModuleSamples.All.Keys.Any(name => name.Split(' ')[0] == type.Name.Split('`')[0]))
            .Select(type => type.Name)];
        Assert.True(missing.Length == 0, $"without a sample: {string.Join(", ", missing)}");
    }

    [Theory, MemberData(nameof(Names))]
    public void ACopyIsTheModule(string name)
    {
        (ModuleSample sample, Module module) = Of(name);
        NDArray expected = sample.Result(module, sample.Arguments);
        Module clone = sample.Module().Clone(), with = sample.Module();
        Same.Bits(expected, sample.Result(clone, sample.Arguments));
        Same.Bits(expected, sample.Result(with.With(with.Parameters()), sample.Arguments));
        Same.Bits(sample.Module().Parameters(), with.Parameters());
        Assert.Equal(with.NamedModules().Select(found => (found.Path, found.Module.GetType())), with.Clone().NamedModules().Select(found => (found.Path, found.Module.GetType())));
        Assert.Empty(with.Modules().Intersect(with.Clone().Modules(), ReferenceEqualityComparer.Instance));
    }

    [Theory, MemberData(nameof(WithSlopes))]
    public void DerivativesAreSlopes(string name)
    {
        (ModuleSample sample, Module module) = Of(name);
        module.SetDType(DType.Float64);
        NDArray[] x = [.. sample.Arguments.Select(array => Mx.AsType(array, DType.Float64))];
        Mx.CheckGrads(((ParameterTree, NDArray[]) point) => sample.Result(module.With(point.Item1), point.Item2), (module.TrainableParameters(), x));
    }

    [Theory, MemberData(nameof(Names))]
    public void GradientsOfAModuleAreThoseOfItsParameters(string name)
    {
        (ModuleSample sample, Module module) = Of(name);
        ParameterTree trained = module.TrainableParameters();
        if (trained.Count == 0)
            return;
        ParameterTree expected = Mx.Grad((ParameterTree p) => Loss(sample, module.With(p), sample.Arguments))(trained);
        Module gradient = Mx.Grad((Module m) => Loss(sample, m, sample.Arguments))(module.Clone());
        Same.Near(expected, gradient.Parameters().Where(expected.ContainsKey));
        foreach ((string path, NDArray array) in gradient.Parameters().Where(path => !expected.ContainsKey(path)))
            Assert.False(Mx.Any(array != 0).Item<bool>(), path);
        Same.Near(expected, Nn.ValueAndGrad(module, () => Loss(sample, module, sample.Arguments))().Gradients);
        Assert.Null(Trace.Current);
    }

    [Theory, MemberData(nameof(Names))]
    public void AMapOverParametersIsAStack(string name)
    {
        (ModuleSample sample, Module module) = Of(name);
        ParameterTree[] each = [.. new[] { 1.0, 0.5, -1.0 }.Select(scale => module.TrainableParameters().Map(array => array * scale))];
        if (each[0].Count == 0)
            return;
        ParameterTree stacked = each[0].Map((path, _) => Mx.Stack([.. each.Select(tree => tree[path])]));
        NDArray results = Mx.Vmap((ParameterTree p) => sample.Result(module.With(p), sample.Arguments))(stacked);
        Same.Near(Mx.Stack([.. each.Select(tree => sample.Result(module.With(tree), sample.Arguments))]), results);
    }

    [Theory, MemberData(nameof(Names))]
    public void ACompiledCallIsTheCall(string name)
    {
        (ModuleSample sample, Module module) = Of(name);
        int traces = 0;
        Func<Module, NDArray[], NDArray> compiled = Mx.Compile((Module m, NDArray[] x) =>
        {
            traces++;
            return sample.Result(m, x);
        });
        Module other = module.Clone().Apply(array => array.DType.IsFloating ? array * 0.5 : array);
        foreach (Module each in new[] { module.Clone(), other, module.Clone() })
            Same.Near(sample.Result(each.Clone(), sample.Arguments), compiled(each, sample.Arguments));
        Assert.Equal(1, traces);
    }

    [Theory, MemberData(nameof(Names))]
    public void AFileHoldsItsBits(string name)
    {
        (ModuleSample sample, Module module) = Of(name);
        Module other = sample.Make();
        foreach (string ending in new[] { "safetensors", "npz" })
        {
            string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.{ending}");
            try
            {
                module.SaveWeights(file);
                other.Apply(array => array.DType.IsFloating ? array + 1 : array);
                Assert.True(other.LoadWeights(file).IsComplete);
                Same.Bits(module.Parameters(), other.Parameters());
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void ModesReachEveryModule(string name)
    {
        (ModuleSample sample, Module module) = Of(name);
        IReadOnlyList<Module> all = module.Modules();
        Assert.All(all, each => Assert.True(each.Training));
        all[^1].Eval();
        using (module.EvalMode())
            Assert.All(all, each => Assert.False(each.Training));
        Assert.Equal(all.Select(each => !ReferenceEquals(each, all[^1])), all.Select(each => each.Training));
        module.Train();
        Assert.All(all, each => Assert.True(each.Training));
        module.Freeze();
        Assert.Empty(module.TrainableParameters());
        module.Unfreeze();
        Assert.Equal(sample.Module().Unfreeze().TrainableParameters().Keys, module.TrainableParameters().Keys);
    }

    [Theory, MemberData(nameof(Names))]
    public void APlannedStepIsAnEagerOne(string name)
    {
        (ModuleSample sample, Module eager) = Of(name);
        if (eager.TrainableParameters().Count == 0)
            return;
        Module planned = sample.Module();
        (SGD first, SGD second) = (new(0.1, momentum: 0.9), new(0.1, momentum: 0.9));
        Func<NDArray[], NDArray> step = Nn.TrainStep(planned, first, (NDArray[] x) => Loss(sample, planned, x));
        for (int i = 0; i < 3; i++)
        {
            (NDArray loss, ParameterTree gradients) = Nn.ValueAndGrad(eager, () => Loss(sample, eager, sample.Arguments))();
            second.Update(eager, gradients);
            Same.Near(loss, step(sample.Arguments));
        }
        Same.Near(eager.Parameters(), planned.Parameters());
    }

    [Theory, MemberData(nameof(Names))]
    public void ACheckpointHasTheSameGradients(string name)
    {
        (ModuleSample sample, Module module) = Of(name);
        if (module.TrainableParameters().Count == 0)
            return;
        Module other = sample.Module();
        Func<NDArray[], NDArray> again = Nn.Checkpoint(other, (NDArray[] x) => sample.Result(other, x));
        var expected = Nn.ValueAndGrad(module, () => Loss(sample, module, sample.Arguments))();
        var actual = Nn.ValueAndGrad(other, () => Mx.Sum(Mx.Square(again(sample.Arguments))))();
        Same.Near(expected.Value, actual.Value);
        Same.Near(expected.Gradients, actual.Gradients);
        Same.Near(module.Parameters(), other.Parameters());
    }

    private static (ModuleSample Sample, Module Module) Of(string name) => (ModuleSamples.All[name], ModuleSamples.All[name].Module());

    private static NDArray Loss(ModuleSample sample, Module module, NDArray[] x) => Mx.Sum(Mx.Square(sample.Result(module, x)));
}
