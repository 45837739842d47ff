namespace Tangent.Optimizers;

/// <summary>RMSprop (Tieleman and Hinton 2012): steps in units of the root of an average of squared gradients.</summary>
[Mlx("optimizers.RMSprop")]
public sealed class RMSprop : Optimizer
{
    private readonly double alpha, eps;

    /// <summary>RMSprop.</summary>
    /// <param name="learningRate">A number, or a schedule.</param>
    /// <param name="alpha">The weight of the past in the average, from 0 to below 1.</param>
    /// <param name="eps">What is added to the root, at least 0.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public RMSprop(Rate learningRate, double alpha = 0.99, double eps = 1e-8, DType? stateDType = null) : base(OptimizerArguments.Given(learningRate), stateDType)
    {
        this.alpha = OptimizerArguments.Decay(nameof(RMSprop), nameof(alpha), alpha);
        this.eps = OptimizerArguments.NotNegative(nameof(RMSprop), nameof(eps), eps);
    }

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state) => state["v"] = Mx.ZerosLike(parameter);

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        NDArray v = state["v"] = Moments.Average(state["v"], alpha, Moments.Square(gradient));
        return parameter - (RateFor(gradient) * gradient / (Mx.Sqrt(v) + eps));
    }
}
