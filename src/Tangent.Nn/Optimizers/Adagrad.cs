namespace Tangent.Optimizers;

/// <summary>Adagrad (Duchi, Hazan and Singer 2011): steps in units of the root of the sum of squared gradients.</summary>
[Mlx("optimizers.Adagrad")]
public sealed class Adagrad : Optimizer
{
    private readonly double eps;

    /// <summary>Adagrad.</summary>
    /// <param name="learningRate">A number, or a schedule.</param>
    /// <param name="eps">What is added to the root, at least 0.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public Adagrad(Rate learningRate, double eps = 1e-8, DType? stateDType = null) : base(OptimizerArguments.Given(learningRate), stateDType) =>
        this.eps = OptimizerArguments.NotNegative(nameof(Adagrad), nameof(eps), eps);

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state) => state["v"] = Mx.ZerosLike(parameter);

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        NDArray v = state["v"] += Moments.Square(gradient);
        return parameter - (RateFor(gradient) * gradient / (Mx.Sqrt(v) + eps));
    }
}
