namespace Tangent.Layers;

/// <summary><see cref="Nn.LeakyRelu(NDArray, double)"/> as a layer.</summary>
/// <param name="negativeSlope">The slope below 0.</param>
[Mlx("nn.LeakyReLU")]
public partial class LeakyReLU(double negativeSlope = 0.01) : Unary
{
    /// <summary>The slope below 0.</summary>
    public double NegativeSlope { get; } = negativeSlope;

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.LeakyRelu(x, NegativeSlope);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"negative_slope={NegativeSlope}");
}
