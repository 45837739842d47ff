namespace Tangent.Optimizers;

/// <summary>Adamax (Kingma and Ba 2015): Adam with the largest of past gradients in place of an average of squares, without the correction of the first steps' bias.</summary>
[Mlx("optimizers.Adamax")]
public class Adamax : Adam
{
    /// <summary>Adamax.</summary>
    /// <param name="learningRate">A number, or a schedule.</param>
    /// <param name="betas">The weights of the past in the average of gradients and in their maximum, from 0 to below 1; (0.9, 0.999) if null.</param>
    /// <param name="eps">What is added to the maximum, at least 0.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public Adamax(Rate learningRate, (double First, double Second)? betas = null, double eps = 1e-8, DType? stateDType = null)
        : base(learningRate, betas, eps, false, stateDType)
    {
    }

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(state);
        NDArray m = state["m"] = Moments.Average(state["m"], Betas.First, gradient);
        NDArray v = state["v"] = Mx.AsType(Mx.Maximum(Betas.Second * state["v"], Mx.Abs(gradient)), gradient.DType);
        return parameter - (RateFor(gradient) * m / (v + Eps));
    }
}
