using Tangent.Layers;

namespace Tangent.Optimizers;

/// <summary>
/// Scales the loss, so that gradients in float16 are neither too small nor too large, and does the steps of another optimiser with gradients that are
/// scaled back. A step whose gradients are not all finite is left out, whole, and the scale halved; after many good ones it is doubled.
/// </summary>
/// <remarks>
/// The loss function returns <see cref="Scale"/> of the loss, and the gradients go to this optimiser, unclipped. bfloat16 has the range of float32
/// and needs none of this. Together with <see cref="Optimizer.MasterWeights"/> of the other it is what is called mixed precision.
/// </remarks>
/// <example><code>
/// using Tangent.Layers;
/// using Tangent.Optimizers;
/// var optimizer = new LossScaling(new Adam(1e-3) { MasterWeights = true });
/// ParameterTree weights = new([new("w", Mx.Array([1f, 2f], DType.Float16))]);
/// ParameterTree gradients = Mx.Grad((ParameterTree p) => optimizer.Scale(1e-5 * Mx.Sum(p["w"])))(weights);
/// weights = optimizer.ApplyGradients(gradients, weights);
/// Console.WriteLine(weights["w"]); // array([0.99707, 1.99707], dtype=float16)
/// </code></example>
public sealed class LossScaling : Optimizer
{
    private const double Largest = 1 << 24;

    private readonly int growthInterval;
    private readonly double? maxNorm;
    private Optimizer optimizer;
    private NDArray factor, good = Mx.Zeros(Shape.Scalar, DType.UInt64), skipped = Mx.Zeros(Shape.Scalar, DType.UInt64);

    /// <summary>Loss scaling around an optimiser.</summary>
    /// <param name="optimizer">Does the steps.</param>
    /// <param name="initial">The first scale, above 0.</param>
    /// <param name="growthInterval">After how many good steps in a row it is doubled, at least 1.</param>
    /// <param name="maxNorm">Gradients whose norm, scaled back, is larger are clipped to it; null to take them as they are.</param>
    public LossScaling(Optimizer optimizer, double initial = 32768, int growthInterval = 2000, double? maxNorm = null) : base(null)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        this.optimizer = optimizer;
        factor = Mx.Full(Shape.Scalar, OptimizerArguments.Positive(nameof(LossScaling), nameof(initial), initial), DType.Float32);
        this.maxNorm = maxNorm is { } bound ? OptimizerArguments.NotNegative(nameof(LossScaling), nameof(maxNorm), bound) : null;
        this.growthInterval = OptimizerArguments.Positive(nameof(LossScaling), nameof(growthInterval), growthInterval);
    }

    /// <summary>The scale at present: float32, a scalar.</summary>
    public NDArray Factor => factor;

    /// <summary>How many steps were left out: uint64, a scalar.</summary>
    public NDArray Skipped => skipped;

    /// <summary>The steps that were done, without those left out.</summary>
    public override NDArray Step => optimizer.Step;

    /// <inheritdoc/>
    public override NDArray LearningRate
    {
        get => optimizer.LearningRate;
        set => optimizer.LearningRate = value;
    }

    /// <inheritdoc/>
    public override ParameterTree State
    {
        get => base.State;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            NDArray[] own = Array.ConvertAll(Own, name => Scalar(value, name));
            if (value.Keys.FirstOrDefault(path => !Own.Contains(path) && !path.StartsWith(Prefix, StringComparison.Ordinal)) is { } other)
                throw new ArgumentException($"LossScaling.State: '{other}' is none of {string.Join(", ", Own)} and does not begin with '{Prefix}'.", nameof(value));
            optimizer.State = value.Inside(Prefix);
            (factor, good, skipped) = (Mx.AsType(own[0], DType.Float32), Mx.AsType(own[1], DType.UInt64), Mx.AsType(own[2], DType.UInt64));
        }
    }

    private static string[] Own => ["scale", "good", "skipped"];

    private static string Prefix => "optimizer.";

    /// <summary>The loss as it is, in float32 at least, whose derivatives are those of the loss times the scale: what the loss function returns.</summary>
    public NDArray Scale(NDArray loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        NDArray scaled = loss * factor;
        return Mx.StopGradient(loss) + (scaled - Mx.StopGradient(scaled));
    }

    /// <inheritdoc/>
    public override void Init(ParameterTree parameters) => optimizer.Init(parameters);

    /// <inheritdoc/>
    public override ParameterTree ApplyGradients(ParameterTree gradients, ParameterTree parameters)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentNullException.ThrowIfNull(parameters);
        ParameterTree trained = OptimizerState.Match(gradients, parameters);
        ParameterTree unscaled = gradients.Map(gradient => gradient / factor);
        NDArray isGood = Mx.IsFinite(unscaled.Norm());
        if (maxNorm is { } bound)
            unscaled = ClipGradNorm(unscaled, bound).Gradients;
        return AllOrNothing(() =>
        {
            optimizer.Init(trained);
            ParameterTree before = optimizer.State, values = optimizer.ApplyGradients(unscaled, trained);
            optimizer.State = optimizer.State.Map((path, after) => Mx.Where(isGood, after, before[path]));
            Adapt(isGood);
            return values.Map(trained, (after, parameter) => Mx.Where(isGood, after, parameter));
        });
    }

    /// <inheritdoc/>
    protected override void InitSingle(NDArray parameter, ParameterState state) => throw new NotSupportedException("LossScaling: it remembers nothing of parameters itself.");

    /// <inheritdoc/>
    protected override NDArray ApplySingle(NDArray gradient, NDArray parameter, ParameterState state) => throw new NotSupportedException("LossScaling: it takes no steps itself.");

    /// <inheritdoc/>
    internal override void VisitState(TreeVisitor visitor)
    {
        NDArray? scale = factor, row = good, left = skipped;
        visitor.Array(Own[0], ref scale, ArrayRole.Buffer);
        visitor.Array(Own[1], ref row, ArrayRole.Buffer);
        visitor.Array(Own[2], ref left, ArrayRole.Buffer);
        (factor, good, skipped) = (scale ?? factor, row ?? good, left ?? skipped);
        visitor.Tree(Prefix[..^1], ref optimizer);
    }

    /// <inheritdoc/>
    internal override Optimizer Copy()
    {
        var copy = (LossScaling)base.Copy();
        copy.optimizer = optimizer.Copy();
        return copy;
    }

    /// <inheritdoc/>
    internal override Action Remember()
    {
        (NDArray Factor, NDArray Good, NDArray Skipped) before = (factor, good, skipped);
        Action undo = optimizer.Remember();
        return () =>
        {
            (factor, good, skipped) = before;
            undo();
        };
    }

    // Where nothing overflows for long the scale ends at a bound and not at infinity, and where everything does, at 1 and not at zero.
    private void Adapt(NDArray isGood)
    {
        NDArray row = Mx.Where(isGood, good + 1, 0), isLong = row >= growthInterval;
        NDArray larger = Mx.Where(isLong, Mx.Maximum(factor, Mx.Minimum(2 * factor, Largest)), factor);
        factor = Mx.Where(isGood, larger, Mx.Maximum(0.5 * factor, Mx.Minimum(factor, 1)));
        good = Mx.Where(isLong, 0, row);
        skipped = Mx.Where(isGood, skipped, skipped + 1);
    }

    private static NDArray Scalar(ParameterTree state, string name)
    {
        if (!state.TryGetValue(name, out NDArray? array))
            throw new ArgumentException($"LossScaling.State: there is no '{name}'.", nameof(state));
        return array.NDim == 0 ? array : throw new ArgumentException($"LossScaling.State: '{name}' has shape {array.Shape}; it must be a scalar.", nameof(state));
    }
}
