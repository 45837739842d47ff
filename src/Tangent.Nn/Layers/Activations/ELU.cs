namespace Tangent.Layers;

/// <summary><see cref="Nn.Elu(NDArray, double)"/> as a layer.</summary>
/// <param name="alpha">The result goes to −alpha for elements far below 0.</param>
[Mlx("nn.ELU")]
public partial class ELU(double alpha = 1) : Unary
{
    /// <summary>The result goes to −alpha for elements far below 0.</summary>
    public double Alpha { get; } = alpha;

    /// <inheritdoc/>
    public override NDArray Call(NDArray x) => Nn.Elu(x, Alpha);

    /// <inheritdoc/>
    protected override string Details => FormattableString.Invariant($"alpha={Alpha}");
}
