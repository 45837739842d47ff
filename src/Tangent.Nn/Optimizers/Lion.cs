namespace Tangent.Optimizers;

/// <summary>Lion (Chen and others 2023): steps of one size, in the direction of the signs of an average. Take a learning rate three to ten times smaller than Adam's, and a larger decay.</summary>
[Mlx("optimizers.Lion")]
public sealed class Lion : Optimizer
{
    private readonly (double First, double Second) betas;
    private readonly double weightDecay;

    /// <summary>Lion.</summary>
    /// <param name="learningRate">A number, or a schedule.</param>
    /// <param name="betas">The weights of the past in the direction, and in the average that is kept, from 0 to below 1; (0.9, 0.99) if null.</param>
    /// <param name="weightDecay">What is taken of a parameter, times the learning rate, at least 0.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public Lion(Rate learningRate, (double First, double Second)? betas = null, double weightDecay = 0, DType? stateDType = null)
        : base(OptimizerArguments.Given(learningRate), stateDType)
    {
        this.betas = OptimizerArguments.Decays(nameof(Lion), betas, (0.9, 0.99));
        this.weightDecay = OptimizerArguments.NotNegative(nameof(Lion), nameof(weightDecay), weightDecay);
    }

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state) => state["m"] = Mx.ZerosLike(parameter);

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        NDArray m = state["m"], rate = RateFor(gradient), direction = Moments.Average(m, betas.First, gradient);
        state["m"] = Moments.Average(m, betas.Second, gradient);
        NDArray decayed = weightDecay == 0 ? parameter : parameter - (rate * (weightDecay * parameter));
        return decayed - (rate * Mx.Sign(direction));
    }
}
