namespace Tangent.Optimizers;

/// <summary>AdaDelta (Zeiler 2012): steps as large as the steps before, in units of gradients.</summary>
[Mlx("optimizers.AdaDelta")]
public sealed class AdaDelta : Optimizer
{
    private readonly double rho, eps;

    /// <summary>AdaDelta.</summary>
    /// <param name="learningRate">A number, or a schedule.</param>
    /// <param name="rho">The weight of the past in the averages, from 0 to below 1.</param>
    /// <param name="eps">What is added to both averages, at least 0.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public AdaDelta(Rate learningRate, double rho = 0.9, double eps = 1e-6, DType? stateDType = null) : base(OptimizerArguments.Given(learningRate), stateDType)
    {
        this.rho = OptimizerArguments.Decay(nameof(AdaDelta), nameof(rho), rho);
        this.eps = OptimizerArguments.NotNegative(nameof(AdaDelta), nameof(eps), eps);
    }

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state)
    {
        state["v"] = Mx.ZerosLike(parameter);
        state["u"] = Mx.ZerosLike(parameter);
    }

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        NDArray v = state["v"] = Moments.Average(state["v"], rho, Moments.Square(gradient)), u = state["u"];
        NDArray step = Mx.Sqrt(u + eps) / Mx.Sqrt(v + eps) * gradient;
        state["u"] = Moments.Average(u, rho, Moments.Square(step));
        return parameter - (RateFor(gradient) * step);
    }
}
