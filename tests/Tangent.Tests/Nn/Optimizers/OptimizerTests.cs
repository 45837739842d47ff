namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;

/// <summary>What holds for steps of every optimiser: planned, resumed, batched, differentiated, in narrow types.</summary>
public class OptimizerTests
{
    public static TheoryData<string> Names => Every.Names;

    [Theory, MemberData(nameof(Names))]
    public void PlannedStepsAreEager(string name)
    {
        Optimizer eager = Every.Make(name), planned = Every.Make(name);
        ParameterTree parameters = Every.Parameters(1);
        planned.Init(parameters);
        Func<ParameterTree, ParameterTree, ParameterTree> step = Mx.Compile<ParameterTree, ParameterTree, ParameterTree>(planned.ApplyGradients, planned, planned);
        Same.Near(Every.Run(eager.ApplyGradients, parameters, 0, 4), Every.Run(step, parameters, 0, 4));
        Same.Near(eager.State, planned.State);
        Assert.Equal(4UL, planned.Step.Item<ulong>());
    }

    [Theory, MemberData(nameof(Names))]
    public void StepsThatAreResumedAreEqual(string name)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.safetensors");
        try
        {
            Optimizer whole = Every.Make(name), interrupted = Every.Make(name), resumed = Every.Make(name);
            ParameterTree parameters = Every.Parameters(1), half = Every.Run(interrupted.ApplyGradients, parameters, 0, 2);
            interrupted.State.Save(file);
            resumed.State = new ParameterTree(Mx.LoadArrays(file));
            Same.Bits(Every.Run(whole.ApplyGradients, parameters, 0, 5), Every.Run(resumed.ApplyGradients, half, 2, 5));
            Assert.Equal(whole.State.Keys.Order(), resumed.State.Keys.Order());
            Assert.All(whole.State, pair => Same.Bits(pair.Value, resumed.State[pair.Key]));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void ACheckpointHoldsItsState(string name)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.safetensors");
        try
        {
            Optimizer saved = Every.Make(name), loaded = Every.Make(name);
            Mlp model = new(3, 4, 2), other = new(3, 4, 2);
            Step(model, saved);
            Checkpoint.Save(file, model, saved, step: 1);
            ParameterTree before = loaded.State;
            Assert.Throws<ArgumentException>(() => Checkpoint.Load(file, new Mlp(2, 4, 2), loaded));
            Same.Bits(before, loaded.State);
            Assert.Equal(1, Checkpoint.Load(file, other, loaded));
            Same.Bits(saved.State, loaded.State);
            Step(model, saved);
            Step(other, loaded);
            Same.Bits(model.Parameters(), other.Parameters());
        }
        finally
        {
            File.Delete(file);
        }

        static void Step(Mlp model, Optimizer optimizer) => Nn.TrainStep(model, optimizer, (NDArray x) => Mx.Mean(Mx.Square(model.Call(x) - 1)))(Mx.Ones((2, 3)));
    }

    [Theory, MemberData(nameof(Names))]
    public void ManyRunsAtOnceAreEachTheirOwn(string name)
    {
        ParameterTree[] starts = [Every.Parameters(1), Every.Parameters(2), Every.Parameters(3)];
        ParameterTree together = Mx.Vmap<ParameterTree, ParameterTree>(TwoSteps)(starts[0].Map((path, _) => Mx.Stack([.. starts.Select(start => start[path])])));
        for (int i = 0; i < starts.Length; i++)
            Same.Near(TwoSteps(starts[i]), together.Map(array => array[i]));

        ParameterTree TwoSteps(ParameterTree start) => Every.Run(Every.Make(name).ApplyGradients, start, 0, 2);
    }

    [Theory, MemberData(nameof(Names))]
    public void StepsAreDifferentiable(string name)
    {
        ParameterTree start = Every.Parameters(1, DType.Float64);
        // Signs have no slope, and the check would find none.
        bool isOfSigns = name == "Lion";
        Mx.CheckGrads(
            (ParameterTree parameters) =>
            {
                Optimizer optimizer = Every.Make(name);
                for (int i = 0; i < 2; i++)
                    parameters = optimizer.ApplyGradients(isOfSigns ? start : Mx.Grad<ParameterTree>(Loss)(parameters), parameters);
                return Loss(parameters);
            },
            start,
            tolerance: 1e-4);

        static NDArray Loss(ParameterTree parameters) => parameters.Values.Select(array => Mx.Sum(Mx.Square(array) + Mx.Sin(array))).Aggregate((sum, next) => sum + next);
    }

    [Fact]
    public void TheBestLearningRateIsFoundByItsSlope()
    {
        // After a step at rate r from x along -2x the loss is x²·(1-2r)², with a slope of -4x²·(1-2r) in the rate.
        NDArray x = Mx.Array([3f]);
        NDArray slope = Mx.Grad((NDArray rate) => Mx.Sum(Mx.Square(new SGD(rate).ApplyGradients(Tree(2 * x), Tree(x))["x"])))(Mx.Full(Shape.Scalar, 0.1, DType.Float32));
        Assert.Equal(-4 * 9 * 0.8, slope.Item<float>(), 1e-4);

        static ParameterTree Tree(NDArray array) => new([KeyValuePair.Create("x", array)]);
    }

    [Theory, MemberData(nameof(Names))]
    public void NarrowTypesAreKept(string name)
    {
        foreach (DType dtype in new[] { DType.Float16, DType.BFloat16 })
            foreach (DType? wide in new DType?[] { null, DType.Float32 })
                foreach (bool master in new[] { false, true })
                {
                    Optimizer optimizer = Every.Make(name, wide, master);
                    ParameterTree after = Every.Run(optimizer.ApplyGradients, Every.Parameters(1, dtype), 0, 2);
                    Assert.All(after.Values, array => Assert.Equal(dtype, array.DType));
                    DType expected = wide ?? (master ? DType.Float32 : dtype);
                    Assert.All(optimizer.State.Where(pair => pair.Key.Contains("layers", StringComparison.Ordinal)), pair => Assert.Equal(expected, pair.Value.DType));
                    Assert.Equal(master, optimizer.State.Keys.Any(path => path.EndsWith(".master", StringComparison.Ordinal)));
                    // In float16 squares and what is added to their roots may be zero, as in MLX.
                    if (expected == DType.Float32)
                        Assert.All(after.Values, array => Assert.True(Mx.All(Mx.IsFinite(array)).Item<bool>(), name));
                }
    }

    [Theory, MemberData(nameof(Names))]
    public void AMistakeChangesNothing(string name)
    {
        Optimizer optimizer = Every.Make(name);
        ParameterTree parameters = Every.Run(optimizer.ApplyGradients, Every.Parameters(1), 0, 1), state = optimizer.State;
        Refusal.Names(() => optimizer.ApplyGradients(parameters.Map(array => Mx.Zeros(7)), parameters), "ApplyGradients", "layers.0.weight", "[7]");
        Refusal.Names(() => optimizer.ApplyGradients(new([new("layers.9.weight", Mx.Zeros(7))]), parameters), "ApplyGradients", "layers.9.weight");
        Assert.ThrowsAny<ArgumentException>(() => optimizer.State = new ParameterTree([new("layers", Mx.Zeros(1))]));
        Same.Bits(state, optimizer.State);
    }

    [Fact]
    public void StepsTooSmallForTheTypeAddUp()
    {
        ParameterTree start = new([new("w", Mx.Ones(3, DType.BFloat16))]), gradients = start;
        Assert.Equal(1f, Mx.AsType(After(new SGD(1e-3))["w"], DType.Float32)[0].Item<float>());
        Assert.Equal(0.9f, Mx.AsType(After(new SGD(1e-3) { MasterWeights = true })["w"], DType.Float32)[0].Item<float>(), 4e-3f);

        ParameterTree After(Optimizer optimizer)
        {
            ParameterTree parameters = start;
            for (int i = 0; i < 100; i++)
                parameters = optimizer.ApplyGradients(gradients, parameters);
            return parameters;
        }
    }

    [Fact]
    public void AParameterThatWasChangedCountsInPlaceOfItsCopy()
    {
        var optimizer = new SGD(0.5) { MasterWeights = true };
        ParameterTree parameters = new([new("w", Mx.Array([1f, 2f], DType.Float16))]), ones = parameters.Map(array => Mx.OnesLike(array));
        parameters = optimizer.ApplyGradients(ones, parameters);
        parameters = parameters.Map(array => Mx.Where(array == 0.5, 8, array));
        Same.Bits(Mx.Array([7.5f, 1f], DType.Float16), optimizer.ApplyGradients(ones, parameters)["w"]);
    }
}
