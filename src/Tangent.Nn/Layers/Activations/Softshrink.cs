namespace Tangent.Layers;

/// <summary><see cref="Nn.Softshrink(NDArray, double)"/> as a layer.</summary>
/// <param name="lambd">By how much elements are brought nearer to 0; not negative.</param>
[Mlx("nn.Softshrink")]
public partial class Softshrink(double lambd = 0.5) : Unary
{
    /// <summary>By how much elements are brought nearer to 0; not negative.</summary>
    public double Lambd { get; } = Arguments.NotNegative("Softshrink", lambd);

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Softshrink(x, Lambd);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"lambd={Lambd}");
}
