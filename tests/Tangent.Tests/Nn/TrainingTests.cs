namespace Tangent.Tests.Networks;

using Tangent.Layers;
using Tangent.Optimizers;
using Xunit;

/// <summary>Training by steps, planned or not, interrupted or not, gives the same bits; and leaves nothing behind.</summary>
public class TrainingTests
{
    private static readonly NDArray X = Mx.Random.Normal((8, 3), key: Mx.Random.Key(1)).Eval(), Y = Mx.Random.Normal((8, 2), key: Mx.Random.Key(2)).Eval();

    [Fact]
    public void GradientsAreThoseOfTheParameters()
    {
        Mlp model = Net();
        (NDArray loss, ParameterTree gradients) = Nn.ValueAndGrad(model, (NDArray x, NDArray y) => Loss(model, x, y))(X, Y);
        (NDArray value, ParameterTree slopes) = Mx.ValueAndGrad((ParameterTree p) => Loss(model.With(p), X, Y))(model.TrainableParameters());
        Assert.Equal(["first.weight", "first.bias", "second.weight", "second.bias"], gradients.Keys);
        Same.Bits(value, loss);
        Same.Bits(slopes, gradients);
    }

    [Fact]
    public void FrozenParametersHaveNone()
    {
        Mlp model = Net();
        model.First.Freeze();
        model.Second.Freeze(keys: ["bias"]);
        Assert.Equal(["second.weight"], Nn.ValueAndGrad(model, () => Loss(model, X, Y))().Gradients.Keys);
        Assert.Equal(["second.weight"], model.TrainableParameters().Keys);
        Mlp gradient = Mx.Grad((Mlp m) => Loss(m, X, Y))(model);
        Assert.True(Mx.All(gradient.First.Weight == 0).Item<bool>());
        Assert.True(Mx.Any(gradient.Second.Weight != 0).Item<bool>());
        model.Unfreeze();
        Assert.Equal(4, model.TrainableParameters().Count);
        Assert.StartsWith("Freeze: Mlp has no arrays 'bias'.", Assert.Throws<ArgumentException>(() => model.Freeze(keys: ["bias"], strict: true)).Message, StringComparison.Ordinal);
        Assert.Equal(4, model.TrainableParameters().Count);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void PlannedStepsAreEager(bool hasMomentum)
    {
        double momentum = hasMomentum ? 0.9 : 0;
        (Mlp planned, Mlp eager) = (Net(), Net());
        var (first, second) = (new SGD(Decay, momentum), new SGD(Decay, momentum));
        Func<NDArray, NDArray, NDArray> step = Nn.TrainStep(planned, first, (NDArray x, NDArray y) => Loss(planned, x, y), maxNorm: 0.5);
        for (int i = 0; i < 5; i++)
        {
            NDArray loss = step(X, Y);
            (NDArray value, ParameterTree gradients) = Nn.ValueAndGrad(eager, () => Loss(eager, X, Y))();
            NDArray scale = Mx.Minimum(0.5 / (gradients.Norm() + 1e-6), 1.0);
            second.Update(eager, gradients.Map(gradient => gradient * scale));
            Same.Near(value, loss);
        }
        Same.Near(eager.Parameters(), planned.Parameters());
        Same.Near(second.State, first.State);
        Assert.Equal(5UL, first.Step.Item<ulong>());
    }

    [Fact]
    public void AStepIsTracedOnce()
    {
        Mlp model = Net();
        int traces = 0;
        var optimizer = new SGD(0.1, momentum: 0.9);
        Func<NDArray, NDArray> step = Nn.TrainStep(model, optimizer, (NDArray x) =>
        {
            traces++;
            return Mx.Mean(model.Call(x));
        });
        for (int i = 0; i < 4; i++)
            step(X);
        Assert.Equal(1, traces);
        optimizer.LearningRate = 0.01;
        step(X);
        Assert.Equal(1, traces);
        step(X[..4]);
        Assert.Equal(2, traces);
        model.First.Freeze();
        step(X);
        Assert.Equal(3, traces);
    }

    [Fact]
    public void ACompiledFunctionOfAModuleIsTracedOnce()
    {
        int traces = 0;
        Func<Containers, NDArray, NDArray> call = Mx.Compile((Containers m, NDArray x) =>
        {
            traces++;
            return m.Call(x);
        });
        Containers model = new(), other = model.Clone();
        Same.Near(model.Call(Mx.Ones((2, 1))), call(model, Mx.Ones((2, 1))));
        other.Update(other.Parameters().Map(array => array * 2));
        Same.Near(other.Call(Mx.Ones((2, 1))), call(other, Mx.Ones((2, 1))));
        Assert.Equal(1, traces);
        other.Factor = 3;
        Same.Near(other.Call(Mx.Ones((2, 1))), call(other, Mx.Ones((2, 1))));
        Assert.Equal(2, traces);
        call((Containers)other.Eval(), Mx.Ones((2, 1)));
        Assert.Equal(3, traces);
    }

    [Fact]
    public void ARunThatIsResumedIsEqual()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.safetensors");
        try
        {
            Noisy whole = new(), interrupted = whole.Clone();
            SGD first = new(Decay, 0.9), second = new(Decay, 0.9);
            Mx.Random.Seed(7);
            Run(whole, first, 10);
            Mx.Random.Seed(7);
            Run(interrupted, second, 5);
            Checkpoint.Save(file, interrupted, second, step: 5);
            Mx.Random.Seed(8);
            var (resumed, third) = (new Noisy(), new SGD(Decay, 0.9));
            Assert.Equal(5, Checkpoint.Load(file, resumed, third));
            Run(resumed, third, 5);
            Same.Bits(whole.Parameters(), resumed.Parameters());
            Same.Bits(first.State, third.State);
            ParameterTree before = resumed.Parameters();
            Assert.Throws<ArgumentException>(() => Checkpoint.Load(file, new Mlp(1, 1, 1), third));
            Assert.Throws<ArgumentException>(() => Checkpoint.Load(file, resumed, new Other()));
            Same.Bits(before, resumed.Parameters());
        }
        finally
        {
            File.Delete(file);
        }

        static void Run(Noisy model, SGD optimizer, int steps)
        {
            Func<NDArray, NDArray> step = Nn.TrainStep(model, optimizer, (NDArray x) => Mx.Mean(Mx.Square(model.Call(x))));
            for (int i = 0; i < steps; i++)
                step(X);
        }
    }

    [Fact]
    public void BuffersThatALossAssignsStay()
    {
        Counter eager = new(), planned = new(), checkpointed = new();
        Nn.ValueAndGrad(eager, () => Mx.Sum(eager.Call(X)))();
        Assert.Equal(1, eager.Calls.Item<float>());
        Func<NDArray> step = Nn.TrainStep(planned, new SGD(0.1), () => Mx.Sum(planned.Call(X)));
        step();
        step();
        Assert.Equal(2, planned.Calls.Item<float>());
        Func<NDArray, NDArray> again = Nn.Checkpoint(checkpointed);
        (_, ParameterTree gradients) = Nn.ValueAndGrad(checkpointed, () => Mx.Sum(again(X)))();
        Assert.Equal(1, checkpointed.Calls.Item<float>());
        Same.Bits(Nn.ValueAndGrad(eager, () => Mx.Sum(eager.Call(X)))().Gradients, gradients);
    }

    [Fact]
    public void AnErrorLeavesNothingBehind()
    {
        Mlp model = Net();
        ParameterTree before = model.Parameters();
        var optimizer = new SGD(0.1, momentum: 0.9);
        Assert.Throws<InvalidDataException>(() => Nn.ValueAndGrad(model, () => Fail(model))());
        Assert.Throws<InvalidDataException>(() => Nn.TrainStep(model, optimizer, () => Fail(model))());
        Assert.Throws<InvalidDataException>(() => Nn.Checkpoint(model, (NDArray x) => Fail(model))(X));
        Same.Bits(before, model.Parameters());
        Assert.Equal(0UL, optimizer.Step.Item<ulong>());
        Nn.TrainStep(model, optimizer, (NDArray x) => Mx.Sum(model.Call(x)))(X);

        static NDArray Fail(Mlp model)
        {
            model.Call(X);
            throw new InvalidDataException();
        }
    }

    [Fact]
    public void MistakesAreNamed()
    {
        (Mlp model, Mlp other) = (Net(), Net());
        Says("ValueAndGrad: the loss does not depend on what is trained of this Mlp.", () => Nn.ValueAndGrad(model, () => Loss(other, X, Y))());
        Says("ValueAndGrad: the loss assigned the parameter 'first.bias'", () => Nn.ValueAndGrad(model, () =>
        {
            model.First.Bias = model.First.Bias! * 2;
            return Loss(model, X, Y);
        })());
        Assert.NotNull(model.First.Bias!.Eval());
        Says("TrainStep: Mlp has nothing to train: all is frozen", () => Nn.TrainStep((Mlp)Net().Freeze(), new SGD(0.1), (NDArray x) => x)(X));
        Mx.Vmap((NDArray x) => model.Second.Bias = Mx.Sum(x) * Mx.Ones(2))(X);
        Says("Parameters: 'second.bias' of Linear was assigned while Vmap ran a function", () => model.Parameters());
        Counter counter = new();
        Mx.Compile((NDArray x) => counter.Call(x))(X);
        Says("TrainableParameters: 'calls' of Counter was assigned while Compile ran a function", () => counter.TrainableParameters());

        static void Says(string text, Action action) =>
            Assert.StartsWith(text, Assert.Throws<InvalidOperationException>(action).Message, StringComparison.Ordinal);
    }

    private static Mlp Net()
    {
        using (Mx.Random.Scope(Mx.Random.Key(0)))
        {
            var model = new Mlp(3, 4, 2);
            Mx.Eval([.. model.Parameters().Values]);
            return model;
        }
    }

    private static NDArray Loss(Mlp model, NDArray x, NDArray y) => Mx.Mean(Mx.Square(model.Call(x) - y));

    private static Rate Decay => (Func<NDArray, NDArray>)(step => 0.1 * Mx.Exp(-0.1 * Mx.AsType(step, DType.Float32)));

    private sealed class Other() : Optimizer(0.1)
    {
        protected override void InitSingle(NDArray parameter, ParameterState state) => state["m"] = parameter;

        protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state) => parameter;
    }
}
