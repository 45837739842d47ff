namespace Tangent.Optimizers;

/// <summary>
/// Muon (Jordan and others 2024): momentum whose matrices are made orthogonal before the step. Axes beyond the first are taken together; vectors
/// and scalars go by plain momentum. Embeddings and last layers are better left to Adam: see <see cref="MultiOptimizer"/>.
/// </summary>
[Mlx("optimizers.Muon")]
public sealed class Muon : Optimizer
{
    private readonly double momentum, weightDecay;
    private readonly bool nesterov;
    private readonly int nsSteps;

    /// <summary>Muon.</summary>
    /// <param name="learningRate">A number, or a schedule.</param>
    /// <param name="momentum">The weight of the past in the average of gradients, from 0 to below 1.</param>
    /// <param name="weightDecay">What is added of a parameter to its gradient, at least 0.</param>
    /// <param name="nesterov">True to look ahead along the momentum.</param>
    /// <param name="nsSteps">How many steps of Newton and Schulz are done, at least 1.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public Muon(Rate learningRate, double momentum = 0.95, double weightDecay = 0.01, bool nesterov = true, int nsSteps = 5, DType? stateDType = null)
        : base(OptimizerArguments.Given(learningRate), stateDType)
    {
        this.momentum = OptimizerArguments.Decay(nameof(Muon), nameof(momentum), momentum);
        this.weightDecay = OptimizerArguments.NotNegative(nameof(Muon), nameof(weightDecay), weightDecay);
        this.nsSteps = OptimizerArguments.Positive(nameof(Muon), nameof(nsSteps), nsSteps);
        this.nesterov = nesterov;
    }

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state) => state["v"] = Mx.ZerosLike(parameter);

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        if (weightDecay != 0)
            gradient += weightDecay * parameter;
        NDArray v = state["v"] = Moments.Average(state["v"], momentum, gradient), rate = RateFor(gradient);
        NDArray step = nesterov ? Moments.Average(v, momentum, gradient) : v;
        if (step.NDim < 2 || step.Size == 0)
            return parameter - (rate * step);
        double widening = Math.Sqrt(Math.Max(1, (double)step.Shape[^2] / step.Shape[^1]));
        return parameter - (rate * widening * Mx.Reshape(Orthogonal(Mx.Reshape(step, (step.Shape[0], -1))), step.Shape));
    }

    // Newton and Schulz: the coefficients are those for which small singular values grow fastest, at the price that all of them end near 1 and not at it.
    private NDArray Orthogonal(NDArray x)
    {
        bool isTall = x.Shape[0] > x.Shape[1];
        x = isTall ? Mx.Transpose(x) : x;
        x /= Mx.Norm(x, keepdims: true) + 1e-7;
        for (int i = 0; i < nsSteps; i++)
        {
            NDArray square = Mx.MatMul(x, Matrices.Adjoint(x));
            x = Mx.AddMM(3.4445 * x, Mx.AddMM(-4.775 * square, square, square, alpha: 2.0315), x);
        }
        return isTall ? Mx.Transpose(x) : x;
    }
}
