namespace Tangent.Optimizers;

/// <summary>
/// Adafactor (Shazeer and Stern 2018): of the squared gradients of a matrix it remembers averages by row and by column alone. By default it
/// makes its own learning rate, from the number of steps and the size of each parameter.
/// </summary>
[Mlx("optimizers.Adafactor")]
public sealed class Adafactor : Optimizer
{
    private const string Row = "exp_avg_sq_row", Column = "exp_avg_sq_col", Whole = "exp_avg_sq", First = "exp_avg";

    private readonly (double Square, double Scale) eps;
    private readonly double clipThreshold, decayRate, weightDecay;
    private readonly double? beta1;
    private readonly bool scaleParameter, relativeStep, warmupInit;

    /// <summary>Adafactor.</summary>
    /// <param name="learningRate">A number, or a schedule; null for its own, and then <paramref name="relativeStep"/> must hold.</param>
    /// <param name="eps">What is added to squared gradients, and the least size that a parameter counts for; (1e-30, 1e-3) if null.</param>
    /// <param name="clipThreshold">The most that the root of the mean square of a step's direction may be.</param>
    /// <param name="decayRate">The power of the number of steps by which averages of squares forget, negative.</param>
    /// <param name="beta1">The weight of the past in an average of steps; null for none.</param>
    /// <param name="weightDecay">What is taken of a parameter, times the learning rate, at least 0.</param>
    /// <param name="scaleParameter">True for steps in units of a parameter's size.</param>
    /// <param name="relativeStep">True for the learning rate that it makes, which then takes the place of the one given.</param>
    /// <param name="warmupInit">True for its learning rate to begin small.</param>
    /// <param name="stateDType">In what narrower parameters are computed and remembered; null for their own type.</param>
    /// <exception cref="ArgumentException">No learning rate of any kind, or a number outside its range.</exception>
    public Adafactor(
        Rate? learningRate = null, (double Square, double Scale)? eps = null, double clipThreshold = 1, double decayRate = -0.8, double? beta1 = null,
        double weightDecay = 0, bool scaleParameter = true, bool relativeStep = true, bool warmupInit = false, DType? stateDType = null)
        : base(learningRate, stateDType)
    {
        if (learningRate is null && !relativeStep)
            throw new ArgumentException("Adafactor: without relativeStep it needs a learning rate.", nameof(learningRate));
        (double square, double scale) = eps ?? (1e-30, 1e-3);
        this.eps = (OptimizerArguments.NotNegative(nameof(Adafactor), nameof(eps), square), OptimizerArguments.NotNegative(nameof(Adafactor), nameof(eps), scale));
        this.clipThreshold = OptimizerArguments.Positive(nameof(Adafactor), nameof(clipThreshold), clipThreshold);
        this.decayRate = decayRate < 0 ? decayRate : throw new ArgumentOutOfRangeException(nameof(decayRate), decayRate, "Adafactor: decayRate must be negative.");
        this.beta1 = beta1 is { } beta ? OptimizerArguments.Decay(nameof(Adafactor), nameof(beta1), beta) : null;
        this.weightDecay = OptimizerArguments.NotNegative(nameof(Adafactor), nameof(weightDecay), weightDecay);
        (this.scaleParameter, this.relativeStep, this.warmupInit) = (scaleParameter, relativeStep, warmupInit);
    }

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state)
    {
        if (parameter.NDim >= 2)
        {
            int[] lengths = [.. parameter.Shape.Lengths];
            state[Row] = Mx.Zeros(new Shape(lengths[..^1]), parameter.DType);
            state[Column] = Mx.Zeros(new Shape([.. lengths[..^2], lengths[^1]]), parameter.DType);
        }
        else
            state[Whole] = Mx.ZerosLike(parameter);
        if (beta1 is not null)
            state[First] = Mx.ZerosLike(parameter);
    }

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state)
    {
        NDArray rate = RateOf(parameter), step = Direction(gradient, state);
        step = rate * step / Mx.Maximum(1, Moments.RootMeanSquare(step) / clipThreshold);
        if (beta1 is { } beta)
            step = state[First] = Moments.Average(state[First], beta, step);
        return (weightDecay == 0 ? parameter : parameter * (1 - (weightDecay * rate))) - step;
    }

    private NDArray RateOf(NDArray parameter)
    {
        NDArray rate = OfStep("rate", parameter.DType, () => relativeStep ? Mx.Minimum(warmupInit ? 1e-6 * Step : 1e-2, Mx.Rsqrt(Step)) : LearningRate);
        return scaleParameter ? Mx.Maximum(eps.Scale, Moments.RootMeanSquare(parameter)) * rate : rate;
    }

    private NDArray Direction(NDArray gradient, ParameterState state)
    {
        NDArray fresh = OfStep("fresh", gradient.DType, () => Mx.Power(Step, decayRate)), square = Moments.Square(gradient) + eps.Square;
        if (gradient.NDim < 2)
            return Mx.Rsqrt(state[Whole] = Mixed(state[Whole], square)) * gradient;
        NDArray row = state[Row] = Mixed(state[Row], Mx.Mean(square, -1)), column = state[Column] = Mixed(state[Column], Mx.Mean(square, -2));
        NDArray ofRow = Mx.Rsqrt(row / Mx.Mean(row, -1, true)), ofColumn = Mx.Rsqrt(column);
        return Mx.ExpandDims(ofRow, -1) * Mx.ExpandDims(ofColumn, -2) * gradient;

        NDArray Mixed(NDArray average, NDArray next) => ((1 - fresh) * average) + (fresh * next);
    }
}
