namespace Tangent.Layers;

/// <summary><see cref="Nn.Celu(NDArray, double)"/> as a layer.</summary>
/// <param name="alpha">The result goes to −alpha for elements far below 0; not 0.</param>
[Mlx("nn.CELU")]
public partial class CELU(double alpha = 1) : Unary
{
    /// <summary>The result goes to −alpha for elements far below 0; not 0.</summary>
    public double Alpha { get; } = alpha != 0 ? alpha : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "CELU: alpha is 0; elements are divided by it.");

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Celu(x, Alpha);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"alpha={Alpha}");
}
