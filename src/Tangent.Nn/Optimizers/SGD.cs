namespace Tangent.Optimizers;

/// <summary>Stochastic gradient descent, with momentum and weight decay.</summary>
[Mlx("optimizers.SGD")]
public sealed class SGD : Optimizer
{
    private readonly double momentum, weightDecay, dampening;
    private readonly bool nesterov;

    /// <summary>Stochastic gradient descent.</summary>
    /// <param name="learningRate">A number, or a schedule.</param>
    /// <param name="momentum">The share of the last step's update in the next.</param>
    /// <param name="weightDecay">What is added of a parameter to its gradient.</param>
    /// <param name="dampening">The share of the gradient that is left out of the momentum.</param>
    /// <param name="nesterov">True to look ahead along the momentum.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentException">Nesterov's momentum without a momentum, or with a dampening.</exception>
    public SGD(Rate learningRate, double momentum = 0, double weightDecay = 0, double dampening = 0, bool nesterov = false, DType? stateDType = null)
        : base(OptimizerArguments.Given(learningRate), stateDType)
    {
        if (nesterov && (momentum <= 0 || dampening != 0))
            throw new ArgumentException("SGD: Nesterov's momentum needs a momentum above 0 and no dampening.", nameof(nesterov));
        this.momentum = OptimizerArguments.NotNegative(nameof(SGD), nameof(momentum), momentum);
        this.weightDecay = OptimizerArguments.NotNegative(nameof(SGD), nameof(weightDecay), weightDecay);
        (this.dampening, this.nesterov) = (dampening, nesterov);
    }

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state) => state["v"] = Mx.ZerosLike(parameter);

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        if (weightDecay != 0)
            gradient += weightDecay * parameter;
        NDArray rate = RateFor(gradient);
        if (momentum <= 0)
            return parameter - (rate * gradient);
        NDArray v = (momentum * state["v"]) + (dampening > 0 ? (1 - dampening) * gradient : gradient);
        state["v"] = v;
        return parameter - (rate * (nesterov ? gradient + (momentum * v) : v));
    }
}
