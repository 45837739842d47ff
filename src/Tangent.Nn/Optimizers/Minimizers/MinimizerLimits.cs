namespace Tangent.Optimizers;

/// <summary>When a minimizer stops.</summary>
internal sealed class MinimizerLimits
{
    private readonly double? tolerance;
    private readonly int maxSteps;

    public MinimizerLimits(string name, double? tolerance, int maxSteps)
    {
        Name = name;
        this.tolerance = tolerance is null or > 0 ? tolerance : throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, $"{name}: the tolerance must be positive.");
        this.maxSteps = OptimizerArguments.Positive(name, nameof(maxSteps), maxSteps);
    }

    /// <summary>The minimizer.</summary>
    public string Name { get; }

    /// <summary>Goes step by step.</summary>
    public IEnumerable<MinimizerState<T>> Run<T>(TreeVector<T> vector, Descent descent)
    {
        double enough = descent.GradientNorm * (tolerance ?? (vector.Start.DType == DType.Float64 ? 1e-10 : 1e-5));
        for (int steps = 0; ; steps++)
        {
            MinimizerStatus status = !double.IsFinite(descent.Value) ? MinimizerStatus.Stalled
                : descent.GradientNorm <= enough ? MinimizerStatus.Converged
                : steps == maxSteps ? MinimizerStatus.StepLimit : MinimizerStatus.Running;
            yield return State(steps, status);
            if (status != MinimizerStatus.Running)
                yield break;
            if (descent.Step())
                continue;
            yield return State(steps, MinimizerStatus.Stalled);
            yield break;
        }

        MinimizerState<T> State(int steps, MinimizerStatus status) => new(vector.Tree(descent.Point), descent.Value, descent.GradientNorm, steps, status);
    }
}
