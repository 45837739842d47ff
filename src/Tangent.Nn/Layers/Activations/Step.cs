namespace Tangent.Layers;

/// <summary><see cref="Nn.Step(NDArray, double)"/> as a layer.</summary>
/// <param name="threshold">What an element must exceed.</param>
[Mlx("nn.Step")]
public partial class Step(double threshold = 0) : Unary
{
    /// <summary>What an element must exceed.</summary>
    public double Threshold { get; } = threshold;

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Step(x, Threshold);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"threshold={Threshold}");
}
