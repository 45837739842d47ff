namespace Tangent.Layers;

/// <summary><see cref="Nn.HardShrink(NDArray, double)"/> as a layer.</summary>
/// <param name="lambd">Up to which magnitude elements become 0; not negative.</param>
[Mlx("nn.HardShrink")]
public partial class HardShrink(double lambd = 0.5) : Unary
{
    /// <summary>Up to which magnitude elements become 0; not negative.</summary>
    public double Lambd { get; } = Arguments.NotNegative("HardShrink", lambd);

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.HardShrink(x, Lambd);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"lambd={Lambd}");
}
