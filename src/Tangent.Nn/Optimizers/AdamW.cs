namespace Tangent.Optimizers;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter 2019), by default without the correction of the first steps' bias, as in MLX: parameters
/// shrink by the learning rate times the decay before the step.
/// </summary>
[Mlx("optimizers.AdamW")]
public class AdamW : Adam
{
    private readonly double weightDecay;

    /// <summary>Adam with decoupled weight decay.</summary>
    /// <param name="learningRate">A number, or a schedule.</param>
    /// <param name="betas">The weights of the past in the averages of gradients and of their squares, from 0 to below 1; (0.9, 0.999) if null.</param>
    /// <param name="eps">What is added to the root of the average of squares, at least 0.</param>
    /// <param name="weightDecay">What is taken of a parameter, times the learning rate, at least 0.</param>
    /// <param name="biasCorrection">True to divide both averages by what they lack of weight in the first steps.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public AdamW(
        Rate learningRate, (double First, double Second)? betas = null, double eps = 1e-8, double weightDecay = 0.01, bool biasCorrection = false, DType? stateDType = null)
        : base(learningRate, betas, eps, biasCorrection, stateDType) =>
        this.weightDecay = OptimizerArguments.NotNegative(GetType().Name, nameof(weightDecay), weightDecay);

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return base.ApplySingle(gradient, parameter - (RateFor(gradient) * (weightDecay * parameter)), state);
    }
}
