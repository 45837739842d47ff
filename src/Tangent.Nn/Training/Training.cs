using Tangent.Layers;
using Tangent.Optimizers;

namespace Tangent;

/// <summary>Steps of training.</summary>
internal sealed class Training
{
    private readonly Module model;
    private readonly Optimizer optimizer;
    private readonly double? maxNorm;

    /// <summary>Steps of a module and an optimiser.</summary>
    public Training(Module model, Optimizer optimizer, double? maxNorm)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        if (maxNorm is not null and not > 0)
            throw new ArgumentOutOfRangeException(nameof(maxNorm), maxNorm, "TrainStep: the largest norm must be above 0.");
        (this.model, this.optimizer, this.maxNorm) = (model, optimizer, maxNorm);
        State = new TrainingState(model, optimizer);
    }

    /// <summary>All that a step changes.</summary>
    public TrainingState State { get; }

    /// <summary>A step, as it is traced.</summary>
    public NDArray Step(Func<NDArray> loss)
    {
        (NDArray value, ParameterTree gradients) = ModuleGradient.Of("TrainStep", model, loss);
        if (maxNorm is { } most)
            gradients = Optimizer.ClipGradNorm(gradients, most).Gradients;
        optimizer.Update(model, gradients);
        return value;
    }

    /// <summary>A step, as it is run.</summary>
    public NDArray Run(Func<NDArray> step)
    {
        using Borrowing borrowing = new("TrainStep", model);
        // What a plan reads must be there before it is made.
        optimizer.Init(ParameterCollector.Of("TrainStep", model, isOfTrained: true));
        using IDisposable? keys = GlobalKey.Enter();
        NDArray value = step();
        if (!Trace.Sees([value]))
            Mx.Eval([value, .. Tree.Arrays("TrainStep", TreeRole.Argument, State)]);
        return value;
    }
}
