namespace Tangent.Optimizers;

/// <summary>
/// Adam (Kingma and Ba 2015), by default without the correction of the first steps' bias, as in MLX: pass <c>biasCorrection: true</c> for what the
/// paper and most libraries do.
/// </summary>
[Mlx("optimizers.Adam")]
public class Adam : Optimizer
{
    private static readonly (double, double) Usual = (0.9, 0.999);
    private readonly bool biasCorrection;

    /// <summary>Adam.</summary>
    /// <param name="learningRate">A number, or a schedule.</param>
    /// <param name="betas">The weights of the past in the averages of gradients and of their squares, from 0 to below 1; (0.9, 0.999) if null.</param>
    /// <param name="eps">What is added to the root of the average of squares, at least 0.</param>
    /// <param name="biasCorrection">True to divide both averages by what they lack of weight in the first steps.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public Adam(Rate learningRate, (double First, double Second)? betas = null, double eps = 1e-8, bool biasCorrection = false, DType? stateDType = null)
        : base(OptimizerArguments.Given(learningRate), stateDType)
    {
        Betas = OptimizerArguments.Decays(GetType().Name, betas, Usual);
        Eps = OptimizerArguments.NotNegative(GetType().Name, nameof(eps), eps);
        this.biasCorrection = biasCorrection;
    }

    private protected (double First, double Second) Betas { get; }

    private protected double Eps { get; }

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state["m"] = Mx.ZerosLike(parameter);
        state["v"] = Mx.ZerosLike(parameter);
    }

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(state);
        NDArray m = state["m"] = Moments.Average(state["m"], Betas.First, gradient);
        NDArray v = state["v"] = Moments.Average(state["v"], Betas.Second, Moments.Square(gradient));
        if (!biasCorrection)
            return parameter - (RateFor(gradient) * m / (Mx.Sqrt(v) + Eps));
        NDArray rate = OfStep("corrected", gradient.DType, () => LearningRate / (1 - Mx.Power(Betas.First, Step)));
        NDArray scale = OfStep("scale", gradient.DType, () => Mx.Rsqrt(1 - Mx.Power(Betas.Second, Step)));
        return parameter - (rate * m / ((Mx.Sqrt(v) * scale) + Eps));
    }
}
